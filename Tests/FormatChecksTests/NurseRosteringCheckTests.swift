import FormatChecks
import Testing

@Suite("Nurse rostering, each rule by hand, at both ends of the horizon") struct NurseRosteringCheckTests {
  static func scenario(
    assignments: String = "(0,14)", work: String = "(1,14)", off: String = "(1,14)", weekends: Int = 2, whole: Int = 0,
    early: String = "(1,14)"
  ) -> String {
    """
    SCENARIO = tiny
    WEEKS = 2
    SKILLS = 1
    Nurse
    SHIFT_TYPES = 2
    Early \(early)
    Late (1,14)
    FORBIDDEN_SHIFT_TYPES_SUCCESSIONS
    Early 0
    Late 1 Early
    CONTRACTS = 1
    Full \(assignments) \(work) \(off) \(weekends) \(whole)
    NURSES = 1
    Pat Full 1 Nurse
    """
  }

  static func week(_ requirements: String = "", _ requests: [String] = []) -> String {
    "WEEK_DATA\ntiny\nREQUIREMENTS\n\(requirements)\nSHIFT_OFF_REQUESTS = \(requests.count)\n"
      + requests.joined(separator: "\n")
  }

  /// A word of 14 days, `E`, `L` or `-`, after a history.
  static func judge(
    _ word: String, _ scenario: String = scenario(), history: String = "0 0 None 0 0 3",
    weeks: [String] = [week(), week()]
  ) throws -> FormatVerdict {
    let check = try NurseRosteringCheck(
      scenario: scenario, history: "HISTORY\n0 tiny\nNURSE_HISTORY\nPat \(history)\n", weeks: weeks)
    let names = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
    let letters = Array(word)
    return try check.judge(
      weeks.indices.map { week in
        let lines = (0..<7).filter { letters[7 * week + $0] != "-" }.map { day in
          "Pat \(names[day]) \(letters[7 * week + day] == "E" ? "Early" : "Late") Nurse\n"
        }
        return "SOLUTION\n\(week) tiny\n\nASSIGNMENTS = \(lines.count)\n" + lines.joined()
      })
  }

  @Test("working days: 30 for each day too many or missing; what is open at the end is not short")
  func workingDays() throws {
    let limits = Self.scenario(work: "(3,4)")
    func cost(_ word: String, _ history: String = "0 0 None 0 0 3") throws -> Int {
      try Self.judge(word, limits, history: history).cost(of: .workingDays)
    }
    #expect(try cost("-EEE----------") == 0)
    #expect(try cost("-E------------") == 60)  // two missing
    #expect(try cost("-EEEEEE-------") == 60)  // two too many
    #expect(try cost("-------------E") == 0)  // open
    #expect(try cost("--------EEEEEE") == 60)  // too long is too long, open or not
    #expect(try cost("E-------------", "0 0 Early 1 2 0") == 0)  // 2 + 1 = 3
    #expect(try cost("--------------", "0 0 Early 1 2 0") == 30)  // ended with 2
    #expect(try cost("EEE-----------", "0 0 Early 1 3 0") == 60)  // 3 + 3 = 6, two too many
    #expect(try cost("EEE-----------", "0 0 Early 1 6 0") == 90)  // those before were paid before
    #expect(try cost("--------------", "0 0 Early 1 6 0") == 0)
  }

  @Test("days off: 30 for each day too many or missing")
  func daysOff() throws {
    let limits = Self.scenario(off: "(2,3)")
    func cost(_ word: String, _ history: String) throws -> Int {
      try Self.judge(word, limits, history: history).cost(of: .daysOff)
    }
    #expect(try cost("EEEEEEEEEEEEE-", "0 0 None 0 0 2") == 0)
    #expect(try cost("EEEEEEEEEEEEEE", "0 0 None 0 0 1") == 30)
    #expect(try cost("-EEEEEEEEEEEEE", "0 0 None 0 0 1") == 0)
    #expect(try cost("E-EEEEEEEEEEEE", "0 0 None 0 0 2") == 30)
    #expect(try cost("---EEEEEEEEEEE", "0 0 None 0 0 2") == 60)  // 2 + 3 = 5, two too many
    #expect(try cost("---EEEEEEEEEEE", "0 0 None 0 0 9") == 90)
    #expect(try cost("----EEEEEEEEEE", "0 0 Late 1 1 0") == 30)
  }

  @Test("the same shift in a row: 15 a day, history by the shift itself")
  func sameShift() throws {
    let limits = Self.scenario(early: "(2,3)")
    func cost(_ word: String, _ history: String = "0 0 None 0 0 3") throws -> Int {
      try Self.judge(word, limits, history: history).cost(of: .sameShift)
    }
    #expect(try cost("-EELL---------") == 0)
    #expect(try cost("-ELL----------") == 15)
    #expect(try cost("-EEEE---------") == 15)
    #expect(try cost("-------------E") == 0)
    #expect(try cost("L-------------", "0 0 Early 1 4 0") == 15)
    #expect(try cost("E-------------", "0 0 Early 1 4 0") == 0)
    #expect(try cost("EE------------", "0 0 Early 3 4 0") == 30)
    #expect(try cost("EE------------", "0 0 Late 3 4 0") == 0)
  }

  @Test("weekends: 30 for half of one where the contract wants both, 30 for each beyond the most")
  func weekends() throws {
    let limits = Self.scenario(weekends: 1, whole: 1)
    let half = try Self.judge("-----E------EE", limits)
    #expect(half.cost(of: .wholeWeekend) == 30 && half.cost(of: .weekends) == 30)
    let whole = try Self.judge("-----EE-------", limits)
    #expect(whole.cost(of: .wholeWeekend) == 0 && whole.cost(of: .weekends) == 0)
    #expect(try Self.judge("-----EE-------", limits, history: "0 1 None 0 0 3").cost(of: .weekends) == 30)
    #expect(try Self.judge("-----E--------", Self.scenario()).cost(of: .wholeWeekend) == 0)
  }

  @Test("assignments: 20 for each outside the contract, history counted")
  func assignments() throws {
    let limits = Self.scenario(assignments: "(3,4)")
    #expect(try Self.judge("E-------------", limits).cost(of: .assignments) == 40)
    #expect(try Self.judge("E-------------", limits, history: "2 0 None 0 0 3").cost(of: .assignments) == 0)
    #expect(try Self.judge("EE------------", limits, history: "4 0 None 0 0 3").cost(of: .assignments) == 40)
  }

  @Test("cover: below the minimum is a breach, below the optimum 30 each; requests 10, once a day")
  func coverAndRequests() throws {
    let demand = Self.week("Early Nurse (1,2) (0,1) (0,0) (0,0) (0,0) (0,0) (0,0)", ["Pat Any Mon", "Pat Early Mon"])
    let verdict = try Self.judge("E-------------", weeks: [demand, Self.week()])
    #expect(verdict.cost(of: .optimalCover) == 60)  // Monday one short of 2, Tuesday one short of 1
    #expect(verdict.cost(of: .preference) == 10)
    #expect(verdict.violations == [])
    let idle = try Self.judge("--------------", weeks: [demand, Self.week()])
    #expect(idle.violations.map(\.rule) == [.understaffing] && idle.cost(of: .optimalCover) == 90)
  }

  @Test("a forbidden succession is found across weeks and from the history")
  func succession() throws {
    #expect(try Self.judge("LE------------").violations.map(\.place) == ["Pat 1"])
    #expect(try Self.judge("------LE------").violations.map(\.place) == ["Pat 7"])
    #expect(try Self.judge("E-------------", history: "0 0 Late 1 1 0").violations.map(\.place) == ["Pat 0"])
    #expect(try Self.judge("L-E-----------", history: "0 0 Late 1 1 0").violations == [])
  }

  @Test("two shifts on one day and a skill that is not there are breaches; other texts are refused")
  func structure() throws {
    let check = try NurseRosteringCheck(
      scenario: Self.scenario(), history: "HISTORY\n0 tiny\nNURSE_HISTORY\nPat 0 0 None 0 0 3\n", weeks: [Self.week()])
    let twice = try check.judge(["SOLUTION\n0 tiny\nASSIGNMENTS = 2\nPat Mon Early Nurse\nPat Mon Late Head\n"])
    #expect(Set(twice.violations.map(\.rule)) == [.singleAssignment, .missingSkill])
    for text in [
      "", "SOLUTION\n1 tiny\nASSIGNMENTS = 0\n", "SOLUTION\n0 tiny\nASSIGNMENTS = 1\n",
      "SOLUTION\n0 tiny\nASSIGNMENTS = 1\nSam Mon Early Nurse\n",
    ] {
      #expect(throws: UnreadableFormat.self) { try check.judge([text]) }
    }
  }
}
