import FormatChecks
import Testing

@Suite("Shift scheduling, each rule by hand") struct ShiftSchedulingCheckTests {
  /// Fourteen days, one person with limits, one without.
  static func instance(
    _ limits: String = "4320,0,5,2,2,1", most: String = "E=14|L=14", extra: String = "SECTION_COVER\n"
  ) -> String {
    """
    SECTION_HORIZON
    14
    SECTION_SHIFTS
    E,480,
    L,600,E
    SECTION_STAFF
    A,\(most),\(limits)
    B,E=14|L=14,99999,0,14,0,0,2
    SECTION_DAYS_OFF
    B,13
    \(extra)
    """
  }

  /// A word of letters for A; B is off.
  static func judge(_ word: String, _ instance: String) throws -> FormatVerdict {
    let line = word.map { String($0) }.joined(separator: "\t") + "\n"
    let off = [String](repeating: "-", count: 14).joined(separator: "\t") + "\n"
    return try ShiftSchedulingCheck(instance: instance).judge(line + off)
  }

  static func broken(_ word: String, _ instance: String = instance()) throws -> [String] {
    try judge(word, instance).violations.map { "\($0.rule) \($0.amount)" }
  }

  @Test(
    "runs and breaks inside the horizon need their length, those at its edges do not",
    arguments: [
      ("--------------", []), ("E-------------", []), ("-------------E", []), ("-E------------", ["shortestRun 1"]),
      ("EE-EE---------", ["shortestBreak 1"]), ("E-EE----------", ["shortestBreak 1"]), ("-EE-----------", []),
      // From day 0 six days are one too many, even if the run goes on before it.
      ("EEEEEE--------", ["mostWeekends 0", "longestRun 1"]), ("--------EEEEEE", ["longestRun 1"]),
    ])
  func runs(_ word: String, _ expected: [String]) throws {
    #expect(try Self.broken(word) == expected.filter { $0 != "mostWeekends 0" })
  }

  @Test("a weekend counts once, with Saturday or Sunday")
  func weekends() throws {
    #expect(try Self.broken("-----EE-------") == [])
    #expect(try Self.broken("----EE----EEE-") == ["mostWeekends 1"])
    #expect(try Self.broken("EEEEE--EEEEE--", Self.instance("9999,0,5,2,2,0")) == [])
    #expect(try Self.broken("-----------EEE", Self.instance("9999,0,5,2,2,0")) == ["mostWeekends 1"])
  }

  @Test("minutes, shifts of a kind, successions and days off")
  func others() throws {
    // 3 × 480 = 1440
    #expect(try Self.broken("EEE-----------", Self.instance("1439,0,5,2,2,1")) == ["mostMinutes 1"])
    #expect(try Self.broken("EEE-----------", Self.instance("1440,1441,5,2,2,1")) == ["leastMinutes 1"])
    #expect(try Self.broken("EEE-----------", Self.instance(most: "E=2|L=0")) == ["mostShifts 1"])
    #expect(try Self.broken("ELE-----------") == ["succession 1"])
    #expect(try Self.broken("LL--EE--------") == [])
    let text = Self.instance().replacing("B,13", with: "A,3,4")
    #expect(try Self.broken("---EE---------", text) == ["dayOff 1", "dayOff 1"])
  }

  @Test("requests and cover cost their weights")
  func costs() throws {
    let extra = """
      SECTION_SHIFT_ON_REQUESTS
      A,0,E,3
      A,1,L,5
      SECTION_SHIFT_OFF_REQUESTS
      A,1,E,7
      SECTION_COVER
      0,E,2,100,1
      1,E,0,100,2
      2,L,1,10,1
      """
    let verdict = try Self.judge("EE------------", Self.instance(extra: extra))
    #expect(verdict.cost(of: .shiftOn) == 5)
    #expect(verdict.cost(of: .shiftOff) == 7)
    #expect(verdict.cost(of: .underCover) == 110)  // day 0: one short, day 2: one short
    #expect(verdict.cost(of: .overCover) == 2)
    #expect(verdict.cost == 124)
  }

  @Test(
    "what is no solution of the instance is refused with its line",
    arguments: [("E\t-", 1), ("", 1), (String(repeating: "-\t", count: 13) + "X", 1)])
  func unreadable(_ solution: String, _ line: Int) throws {
    let check = try ShiftSchedulingCheck(instance: Self.instance())
    do {
      _ = try check.judge(solution)
      Issue.record("it was judged")
    } catch {
      #expect(error.file == .solution && error.line == line)
    }
  }
}
