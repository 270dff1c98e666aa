import FormatChecks
import Testing
import Units

@Suite("The checks judge or refuse, whatever the texts") struct BrokenTextTests {
  /// A byte changed, lost or doubled, a number blown up, the end cut off.
  private static func broken(_ text: String, _ random: inout SeededRandom) -> String {
    var bytes = Array(text.utf8)
    for _ in 0...random.below(3) where !bytes.isEmpty {
      let place = random.below(bytes.count)
      switch random.below(6) {
      case 0: bytes[place] = UInt8(32 + random.below(95))
      case 1: bytes.remove(at: place)
      case 2: bytes.insert(contentsOf: Array("99999999999999999".utf8), at: place)
      case 3: bytes.insert(contentsOf: Array("\n-\t#,".utf8), at: place)
      case 4: bytes.removeSubrange(place..<min(bytes.count, place + 30))
      default: if random.below(4) == 0 { bytes.removeSubrange(place...) }
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  @Test("shift scheduling")
  func shiftScheduling() {
    var random = SeededRandom(seed: 3)
    var judged = 0
    for seed in 1...1000 as ClosedRange<UInt64> {
      var drawn = RandomShiftSchedule(seed: seed % 50)
      let solution = drawn.solution(drawn.roster())
      let isSolution = random.below(2) == 0
      let instance = isSolution ? drawn.text : Self.broken(drawn.text, &random)
      let text = isSolution ? Self.broken(solution, &random) : solution
      do {
        _ = try ShiftSchedulingCheck(instance: instance).judge(text).cost
        judged += 1
      } catch {
        #expect(error.line >= 0)
      }
    }
    #expect(judged > 100 && judged < 1000)
  }

  @Test("nurse rostering")
  func nurseRostering() {
    var random = SeededRandom(seed: 4)
    var judged = 0
    for seed in 1...1000 as ClosedRange<UInt64> {
      let drawn = RandomNurseCase(seed: seed % 50)
      var texts = [drawn.scenario, drawn.history] + drawn.weeks
      texts += drawn.weeks.indices.map {
        "SOLUTION\n\($0) tiny\n\nASSIGNMENTS = 1\n\(drawn.nurses[0]) Mon \(drawn.shifts[0]) Nurse\n"
      }
      let place = random.below(texts.count)
      texts[place] = Self.broken(texts[place], &random)
      let weeks = Array(texts[2..<(2 + drawn.weeks.count)])
      do {
        let check = try NurseRosteringCheck(scenario: texts[0], history: texts[1], weeks: weeks)
        _ = try check.judge(Array(texts.suffix(drawn.weeks.count))).cost
        judged += 1
      } catch {
        #expect(error.line >= 0)
      }
    }
    #expect(judged > 100 && judged < 1000)
  }

  @Test("routing")
  func routing() {
    var random = SeededRandom(seed: 5)
    var judged = 0
    let instances = [
      RoutingCheckTests.line(
        headers: "VEHICLES : 2\nCAPACITY : 10\nVEHICLES_MAX_DURATION : 90\n",
        sections:
          "TIME_WINDOW_SECTION\n1 0 90\n2 0 90\n3 0 90\n4 0 90\n5 0 90\nVEHICLES_RELOAD_DEPOT_SECTION\n1 1\n2 1\n"),
      "3 10 1\n0 0 0 0 0 99 0 0 0\n1 10 0 6 0 99 0 0 2\n2 20 0 -6 0 99 0 1 0\n",
      "2 1 2 1\n45 10\n1 10 0 5 4 1 1 1\n2 20 0 5 4 1 1 1\n3 0 0 0 0 0 0\n",
    ]
    for _ in 1...3000 {
      var instance = instances[random.below(3)]
      var solution = "Route #1: 1 2\nRoute #2:\nCost 40\n"
      if random.below(2) == 0 {
        instance = Self.broken(instance, &random)
      } else {
        solution = Self.broken(solution, &random)
      }
      do {
        _ = try RoutingCheck(instance: instance).judge(solution).cost
        judged += 1
      } catch {
        #expect(error.line >= 0)
      }
    }
    #expect(judged > 300 && judged < 3000)
  }
}
