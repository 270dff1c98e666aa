import Auditing
import Districts
import Testing
import Units

@Suite("A whole plan") struct WholePlanTests {
  @Test("A good plan passes") func passes() throws {
    #expect(SmallTown.audit().judge(try SmallTown.plan()).map(\.message) == [])
  }
}
