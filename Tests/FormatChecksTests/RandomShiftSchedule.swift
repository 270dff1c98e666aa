import Units

/// A small instance of the shift-scheduling format as text, and rosters for it, drawn at random.
struct RandomShiftSchedule {
  var text = ""
  var people: [String] = []
  var shifts: [String] = []
  var dayCount = 0
  private var random: SeededRandom

  init(seed: UInt64) {
    random = SeededRandom(seed: seed)
    dayCount = 1 + random.below(16)
    people = (0..<(1 + random.below(4))).map { "P\($0)" }
    shifts = Array(["E", "L", "N"].prefix(1 + random.below(3)))
    text = "# drawn\nSECTION_HORIZON\n\(dayCount)\n\nSECTION_SHIFTS\n"
    for shift in shifts {
      let forbidden = shifts.filter { _ in random.below(4) == 0 }
      text += "\(shift),\(240 + 240 * random.below(3)),\(forbidden.joined(separator: "|"))\n"
    }
    drawStaff()
    drawDays()
  }

  private mutating func drawStaff() {
    text += "SECTION_STAFF\n"
    for person in people {
      let most = shifts.map { "\($0)=\(random.below(4) == 0 ? random.below(3) : dayCount)" }
      let leastMinutes = random.below(3) == 0 ? 240 * random.below(dayCount + 1) : 0
      let mostMinutes = random.below(2) == 0 ? 10_000 : 480 * random.below(dayCount + 1)
      text += "\(person),\(most.joined(separator: "|")),\(mostMinutes),\(leastMinutes),"
      text += "\(1 + random.below(5)),\(random.below(4)),\(random.below(4)),\(random.below(4))\n"
    }
  }

  private mutating func drawDays() {
    text += "SECTION_DAYS_OFF\n"
    for person in people where random.below(3) == 0 { text += "\(person),\(random.below(dayCount))\n" }
    for section in ["SECTION_SHIFT_ON_REQUESTS", "SECTION_SHIFT_OFF_REQUESTS"] {
      text += section + "\n"
      for person in people {
        for day in 0..<dayCount {
          for shift in shifts where random.below(6) == 0 {
            text += "\(person),\(day),\(shift),\(1 + random.below(3))\n"
          }
        }
      }
    }
    text += "SECTION_COVER\n"
    for day in 0..<dayCount {
      for shift in shifts where day == 0 || random.below(8) > 0 {
        text += "\(day),\(shift),\(random.below(4)),\(10 * random.below(11)),\(random.below(3))\n"
      }
    }
  }

  /// By person and day: a shift's number from 1, or 0. Days cling together so that runs of all lengths come up.
  mutating func roster() -> [[Int]] {
    people.map { _ in
      var letter = 0
      let share = 1 + random.below(6)
      return (0..<dayCount).map { _ in
        if random.below(6) < share { letter = random.below(2) == 0 ? 0 : 1 + random.below(shifts.count) }
        return letter
      }
    }
  }

  func solution(_ roster: [[Int]]) -> String {
    roster.map { $0.map { $0 == 0 ? "-" : shifts[$0 - 1] }.joined(separator: "\t") + "\n" }.joined()
  }
}
