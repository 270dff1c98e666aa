import Units

/// A small case of the nurse rostering competition as texts, and rosters for it, drawn at random.
struct RandomNurseCase {
  var scenario = ""
  var history = ""
  var weeks: [String] = []
  var nurses: [String] = []
  var skillsOf: [[Int]] = []
  var shifts: [String] = []
  let skills = ["Head", "Nurse"]
  var forbidden: [[Int]] = []
  /// By nurse: the last shift's number from 1 before day 0, or 0.
  var lastLetter: [Int] = []
  private var random: SeededRandom

  init(seed: UInt64) {
    random = SeededRandom(seed: seed)
    nurses = (0..<(1 + random.below(3))).map { "N_\($0)" }
    shifts = Array(["Early", "Late", "Night"].prefix(1 + random.below(3)))
    let weekCount = 1 + random.below(2)
    drawScenario(weekCount: weekCount)
    drawHistory()
    weeks = (0..<weekCount).map { _ in week() }
  }

  private mutating func range(_ least: Int, _ spread: Int) -> String {
    let low = random.below(least + 1)
    return "(\(low),\(low + random.below(spread + 1)))"
  }

  private mutating func drawScenario(weekCount: Int) {
    scenario = "SCENARIO = tiny\nWEEKS = \(weekCount)\nSKILLS = 2\nHead\nNurse\nSHIFT_TYPES = \(shifts.count)\n"
    for shift in shifts { scenario += "\(shift) \(range(3, random.below(3) == 0 ? 28 : 3))\n" }
    scenario += "FORBIDDEN_SHIFT_TYPES_SUCCESSIONS\n"
    forbidden = shifts.map { _ in shifts.indices.filter { _ in random.below(5) == 0 } }
    for (shift, list) in zip(shifts, forbidden) {
      scenario += "\(shift) \(list.count) \(list.map { shifts[$0] }.joined(separator: " "))\n"
    }
    scenario += "CONTRACTS = 2\n"
    for contract in ["Full", "Part"] {
      let runs = "\(range(3, 3)) \(range(3, 3))"
      scenario += "\(contract) \(range(8, 6)) \(runs) \(random.below(3)) \(random.below(2))\n"
    }
    scenario += "NURSES = \(nurses.count)\n"
    skillsOf = nurses.map { _ in random.below(3) == 0 ? [0, 1] : [random.below(2)] }
    for (nurse, able) in zip(nurses, skillsOf) {
      let names = able.map { skills[$0] }.joined(separator: " ")
      scenario += "\(nurse) \(random.below(2) == 0 ? "Full" : "Part") \(able.count) \(names)\n"
    }
  }

  private mutating func drawHistory() {
    history = "HISTORY\n0 tiny\n\nNURSE_HISTORY\n"
    lastLetter = nurses.map { _ in random.below(2) == 0 ? 0 : 1 + random.below(shifts.count) }
    for (nurse, letter) in zip(nurses, lastLetter) {
      let before = "\(nurse) \(random.below(3)) \(random.below(2))"
      if letter == 0 {
        history += "\(before) None 0 0 \(1 + random.below(7))\n"
      } else {
        let same = 1 + random.below(4)
        history += "\(before) \(shifts[letter - 1]) \(same) \(same + random.below(4)) 0\n"
      }
    }
  }

  private mutating func week() -> String {
    var text = "WEEK_DATA\ntiny\n\nREQUIREMENTS\n"
    for shift in shifts {
      for skill in skills {
        let days = (0..<7).map { _ in range(1, 2) }
        text += "\(shift) \(skill) \(days.joined(separator: " "))\n"
      }
    }
    var requests: [String] = []
    for nurse in nurses {
      for day in ["Mon", "Thu", "Sat", "Sun"] {
        for shift in ["Any"] + shifts where random.below(6) == 0 { requests.append("\(nurse) \(shift) \(day)") }
      }
    }
    return text + "\nSHIFT_OFF_REQUESTS = \(requests.count)\n" + requests.map { $0 + "\n" }.joined()
  }

  /// By nurse and day: shift and skill, or nil. Forbidden successions come up only now and then.
  mutating func roster() -> [[(shift: Int, skill: Int)?]] {
    nurses.indices.map { nurse in
      var letter = lastLetter[nurse]
      let share = 1 + random.below(6)
      return (0..<7 * weeks.count).map { _ in
        let before = letter
        if random.below(6) < share { letter = random.below(2) == 0 ? 0 : 1 + random.below(shifts.count) }
        if letter > 0, before > 0, forbidden[before - 1].contains(letter - 1), random.below(30) > 0 { letter = 0 }
        guard letter > 0 else { return nil }
        return (letter - 1, skillsOf[nurse][random.below(skillsOf[nurse].count)])
      }
    }
  }
}
