import Districts
import Formats
import Testing
import Units

@testable import Changing

@Suite struct AbsenceTests {
  @Test("who is absent is unavailable all day, every day, and no pin asks for them any more")
  func always() throws {
    let after = try Town.after("absent=C1")
    #expect(after.lines("availability.csv") == Town.files.lines("availability.csv") + ["C1,00:00,24:00,*,unavailable"])
    // Of C1's pins only the one that keeps C1 away is left.
    #expect(
      after.lines("pins.csv").filter { $0.contains(",C1,") } == ["roster,C1,S2/order/night/2022-01-02,who,must_not"])
    #expect(after.touched == ["availability.csv", "pins.csv"])
  }

  @Test("on one day it is that service day, from its start to the next, and that day's pins")
  func oneDay() throws {
    let after = try Town.after("absent=C1,C4@2022-01-02")
    #expect(
      after.lines("availability.csv").suffix(2) == [
        "C1,05:00,05:00+1,2022-01-02,unavailable", "C4,05:00,05:00+1,2022-01-02,unavailable",
      ])
    #expect(after.lines("pins.csv").filter { $0.contains(",C1,") }.count == 2)
    #expect(
      try Town.problems("absent=C1@2022-01-04") == [
        "absent=C1@2022-01-04: 2022-01-04 is not in the horizon; take a day from 2022-01-01 to 2022-01-03 [E1806]"
      ])
  }

  @Test("units, kinds and shares name people in the order of cadres.csv, each once")
  func groups() throws {
    func absent(_ word: String) throws -> [String] { try Town.after(word).edits.filter { $0.after != nil }.map(\.row) }
    #expect(try absent("absent=unit:区教育局") == ["C1"])
    #expect(try absent("absent=kind:volunteer,C1,C2") == ["C1", "C2", "C3"])
    #expect(try absent("absent=100%") == ["C1", "C2", "C3", "C4"])
    #expect(try absent("absent=50%:volunteer").count == 1)
    #expect(try absent("absent=50%:unit:医院") == ["C4"])  // half of one, rounded up
    #expect(try absent("absent=0%") == [])
    #expect(try absent("absent=25%;C4").count <= 2)
  }

  @Test("from ten on means nothing before ten of the first service day; early hours are those of the next date")
  func release() throws {
    func row(_ word: String) throws -> String? { try Town.after(word).lines("availability.csv").last }
    #expect(try row("release=C1@10:00") == "C1,2022-01-01T00:00,2022-01-01T10:00,,unavailable")
    #expect(try row("release=C1@02:00") == "C1,2022-01-01T00:00,2022-01-02T02:00,,unavailable")
    #expect(try row("release=C1@06:00+1") == "C1,2022-01-01T00:00,2022-01-02T06:00,,unavailable")
    #expect(try row("release=C1@2022-01-02T07:30") == "C1,2022-01-01T00:00,2022-01-02T07:30,,unavailable")
    let options = ChangeOptions(date: CalendarDate("2022-02-01"))
    let later = try Scenario(baseline: Town.stored(), name: "").changed(
      by: ChangeList(["release=C1@10:00"]), options: options)
    #expect(later.lines("availability.csv").last == "C1,2022-02-01T00:00,2022-02-01T10:00,,unavailable")
  }

  @Test("a larger share holds every smaller one, whatever was changed before; another seed draws others")
  func draws() {
    let ids = (1...310).map { "C\($0)" }
    var sets: Set<[String]> = []
    for seed in 0..<20 as Range<UInt64> {
      let tenth = drawn(Factor("10%")!, of: ids, seed: seed)
      let fifth = drawn(Factor("20%")!, of: ids, seed: seed)
      #expect(tenth.count == 31 && fifth.count == 62)  // 310 ÷ 10, 310 ÷ 5
      #expect(Set(tenth).isSubset(of: fifth))
      #expect(drawn(Factor("10%")!, of: ids.reversed(), seed: seed) == tenth)
      sets.insert(tenth.sorted())
    }
    #expect(sets.count == 20)
    #expect(drawn(Factor("8%")!, of: Array(ids.prefix(63)), seed: 1).count == 6)  // ⌈5.04⌉
  }

  @Test("everybody is drawn about as often as everybody else")
  func fairness() {
    var counts: [String: Int] = [:]
    let ids = (1...50).map { "C0\($0)" }
    for seed in 0..<2000 as Range<UInt64> {
      for id in drawn(Factor("10%")!, of: ids, seed: seed) { counts[id, default: 0] += 1 }
    }
    // 200 expected; the standard deviation is √(2000 × 0.1 × 0.9) = 13.4, five of them 67.
    #expect(counts.count == 50 && counts.values.allSatisfy { (133...267).contains($0) })
  }
}
