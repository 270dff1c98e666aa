import Testing
import Units
import Wording

@testable import Formats

@Suite("The nurse rostering files are read whole, or refused with file, line, value and remedy")
struct NurseFormatTests {
  static let scenario = """
    SCENARIO = tiny

    WEEKS = 1

    SKILLS = 2
    Head
    Nurse

    SHIFT_TYPES = 2
    Early (2,5)
    Late (2,3)

    FORBIDDEN_SHIFT_TYPES_SUCCESSIONS
    Early 0
    Late 1 Early

    CONTRACTS = 1
    Full (3,5) (2,4) (1,3) 1 1

    NURSES = 2
    Pat Full 2 Head Nurse
    Sam Full 1 Nurse
    """
  static let history = "HISTORY\n0 tiny\n\nNURSE_HISTORY\nPat 0 0 Late 1 4 0\nSam 0 0 None 0 0 2\n"
  static let week = """
    WEEK_DATA
    tiny

    REQUIREMENTS
    Early Nurse (1,2) (1,1) (1,1) (0,1) (1,1) (1,1) (0,1)
    Late Head (0,0) (0,1) (1,1) (0,0) (0,0) (0,0) (0,0)

    SHIFT_OFF_REQUESTS = 2
    Sam Any Thu
    Pat Late Sat
    """
  static let files = NurseFiles(scenario: "x/Sc-tiny.txt", history: 2, weeks: [7])

  static func read(_ texts: [[UInt8]]) throws(DistrictProblems) -> NurseCase {
    try nurseCase(files) { path, _ in
      path == files.scenario ? texts[0] : path == files.history ? texts[1] : texts[2]
    }
  }

  static let bytes = [scenario, history, week].map { Array($0.utf8) }

  @Test("files are named as the competition names them, beside the scenario")
  func names() {
    #expect(Self.files.history == "x/H0-tiny-2.txt" && Self.files.weeks == ["x/WD-tiny-7.txt"])
  }

  @Test("what the files say, by index, CRLF or LF")
  func reading() throws {
    let read = try Self.read(Self.bytes)
    #expect(read.scenario.nurses.map(\.skills) == [[0, 1], [1]])
    #expect(read.scenario.shifts[1].mayNotPrecede == [0])
    #expect(read.history.nurses[0].lastShift == 1 && read.history.nurses[1].daysOff == 2)
    // Day 0, shift Early, skill Nurse: (0 × 2 + 0) × 2 + 1.
    #expect(read.weeks[0].covers[1].minimum == 1 && read.weeks[0].covers[1].optimal == 2)
    #expect(read.weeks[0].requests.map(\.shift) == [nil, 1])
    let crlf = Self.bytes.map { Array(String(decoding: $0, as: UTF8.self).replacing("\n", with: "\r\n").utf8) }
    #expect(try Self.read(crlf) == read)
  }

  @Test(
    "every slip is found in its file and line",
    arguments: [
      (0, "WEEKS = 1", "WEEKS 1", ["Sc E1706@3"]),
      (0, "SKILLS = 2", "SKILLS = 3", ["Sc E1707@5"]),
      (0, "Early (2,5)", "Early (5,2)", ["Sc E1712@10"]),
      (0, "Early (2,5)", "Any (2,5)", ["Sc E1102@10", "Sc E1303@14", "Sc E1303@15", "WD E1303@5"]),
      (0, "Late 1 Early", "Late 1 Earl", ["Sc E1303@15"]),
      (0, "Late 1 Early", "Late 2 Early", ["Sc E1707@15"]),
      (0, "(1,3) 1 1", "(1,3) 1 2", ["Sc E1105@18"]),
      (0, "Sam Full 1 Nurse", "Sam Ful 1 Nurse", ["Sc E1303@22"]),
      (
        0, "Sam Full 1 Nurse", "Sam Full 1 Nurse\nSHIFTS = 3",
        ["Sc E1707@20", "Sc E1707@23", "Sc E1303@23", "H0 E1709@0"]
      ),
      (1, "0 tiny", "0 other", ["H0 E1708@2"]),
      (1, "Sam 0 0 None 0 0 2\n", "", ["H0 E1709@0"]),
      (1, "Sam 0 0 None 0 0 2", "Sam 0 0 None 1 1 2", ["H0 E1711@6"]),
      (1, "Late 1 4 0", "Late 5 4 0", ["H0 E1711@5"]),
      (1, "Late 1 4 0", "Lat 1 4 0", ["H0 E1303@5"]),
      (1, "Late 1 4 0", "Late 1 4", ["H0 E1706@5", "H0 E1709@0"]),
      (2, "Sam Any Thu", "Sam Any Thursday", ["WD E1713@9"]),
      (2, "Sam Any Thu", "Sam Night Thu", ["WD E1303@9"]),
      (2, "REQUESTS = 2", "REQUESTS = 1", ["WD E1707@8"]),
      (2, "Late Head", "Early Nurse", ["WD E1304@6"]),
      (2, "(0,1)\nL", "(0,1\nL", ["WD E1706@5"]),
      (2, "REQUIREMENTS\n", "REQUIREMENT\n", ["WD E1706@4", "WD E1706@4"]),
    ])
  func slips(_ file: Int, _ written: String, _ instead: String, _ expected: [String]) {
    var texts = Self.bytes
    let text = String(decoding: texts[file], as: UTF8.self).replacing(written, with: instead, maxReplacements: 1)
    texts[file] = Array(text.utf8)
    do {
      _ = try Self.read(texts)
      Issue.record("it was read: \(instead)")
    } catch {
      let found = error.problems.map { problem in
        "\(problem.file.dropFirst(2).prefix(2)) \(problem.code.rawValue)@\(problem.line ?? 0)"
      }
      #expect(Set(found) == Set(expected), "\(found)")
    }
  }

  @Test("broken bytes are refused or read, never more: no mutation of a file ends the program")
  func mutations() {
    var random = SeededRandom(seed: 12)
    var refused = 0
    for _ in 0..<3000 {
      var texts = Self.bytes
      for _ in 0...random.below(3) { PublicFormatTests.mutate(&texts[random.below(3)], &random) }
      do { _ = try Self.read(texts).rosterProblem() } catch { refused += 1 }
    }
    #expect(refused > 1000 && refused < 3000)
  }
}
