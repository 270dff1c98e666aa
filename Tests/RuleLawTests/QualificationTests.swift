import Districts
import Testing

@Suite struct QualificationTests {
  @Test("compiled and audited, skills and kinds open the same seats")
  func law() { expectLaw(.qualification) }

  @Test("a seat compiled without its skills is noticed")
  func offByOne() {
    expectDisagreement(
      .qualification, district: { district in for row in district.posts.indices { district.posts[row].skills = [] } })
  }

  @Test("all of a seat's skills and one of its kinds are asked for")
  func example() throws {
    var example = Example()
    example.person("A") { $0.skills = ["test"] }
    example.person("B") { $0.skills = ["drive", "test"] }
    example.person("C") {
      $0.skills = ["drive", "test"]
      $0.kind = .medic
    }
    example.post("seat", "08:00", "12:00") {
      $0.skills = ["test", "drive"]
      $0.kinds = [.cadre, .driver]
    }
    try example.expect([Example.On("A", "seat")], breaks: [.qualification])
    try example.expect([Example.On("B", "seat")], breaks: [])
    try example.expect([Example.On("C", "seat")], breaks: [.qualification])
  }
}
