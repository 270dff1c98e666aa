import Auditing
import Districts
import Testing
import Units

@Suite("Reasons") struct RefusalTests {
  @Test("The reason that refuses a person is the first rule that complains when the person serves all the same")
  func agree() {
    var counts: [String: Int] = [:]
    for seed in 0..<400 {
      var random = SeededRandom(seed: UInt64(seed))
      let district = drawn(&random)
      let duty = Sample.duty("only", 1)
      let alone = Sample.roster(district, [("A", duty)])
      let first = RosterCase.hardRules.first { !alone.check($0).isEmpty }?.rawValue ?? "busy"
      let reasons = Sample.roster(district, []).expectedGaps.first { $0.what.id == duty.text }?.reasons ?? []
      #expect(reasons.map(\.rule) == [first], "seed \(seed)")
      counts[first, default: 0] += 1
    }
    // Every rule that can refuse one duty alone does so somewhere.
    let able = [
      "availability", "health", "qualification", "dailyMaximum", "weeklyMaximum", "consecutiveDays", "noNight",
      "rotation", "exposureMix", "busy",
    ]
    #expect(able.filter { counts[$0] == nil } == [])
  }

  /// One person and one shift on two service days; the second day is asked about, the ledger lies before the first.
  private func drawn(_ random: inout SeededRandom) -> District {
    let from = 6 + random.below(14)
    let end = from + 2 + random.below(4)
    var district = Sample.district(people: 1, days: 2, shifts: [("only", "06:00", "09:00")])
    district.shifts[0].from = ClockTime(minutes: from * 60)
    district.shifts[0].to = ClockTime(minutes: end * 60)
    district.posts[0].exposure = random.below(2)
    if random.below(8) == 0 { district.posts[0].skills = ["guard"] }
    district.cadres[0].noNight = random.below(2) == 0
    if random.below(8) == 0 { district.cadres[0].health = .watch }
    if random.below(4) == 0 { district.cadres[0].maximumDay = Minutes(60 * (1 + random.below(5))) }
    if random.below(2) == 0 { district.cadres[0].maximumWeek = Minutes(60 * (4 + random.below(30))) }
    if random.below(4) == 0 {
      district.rules.rotation.cycle = ["X", "Y"]
      district.cadres[0].group = random.below(2) == 0 ? "X" : "Y"
    }
    district.rules.exposureMix.days = random.below(5)
    district.rules.consecutiveDays.days = random.below(12) == 0 ? 0 : 6
    for day in 1...7 where random.below(2) == 0 {
      var row = LedgerRow(cadre: CadreID("A"), span: Sample.span(-day, "08:00", "12:00"), kind: .worked)
      row.exposure = random.below(8) == 0 ? 2 : 0
      district.ledger.append(row)
    }
    if random.below(8) == 0 {
      district.availability = [
        AvailabilityRow(cadre: CadreID("A"), time: .span(Sample.span(1, "10:00", "11:00")), level: .unavailable)
      ]
    }
    return district
  }
}
