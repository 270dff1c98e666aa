import Foundation
import Testing
import Units
import Wording

@testable import Formats

@Suite("Public formats are read whole, or refused with line, value and remedy") struct PublicFormatTests {
  static let schedule = """
    # a comment
    SECTION_HORIZON
    # days
    14

    SECTION_SHIFTS
    E,480,
    L,480,E

    SECTION_STAFF
    A,E=14|L=14,4320,3360,5,2,2,1
    B,E=14|L=0,4320,3360,5,2,2,1
    SECTION_DAYS_OFF
    A,0,6
    SECTION_SHIFT_ON_REQUESTS
    A,2,E,2
    SECTION_SHIFT_OFF_REQUESTS
    B,3,L,1
    SECTION_COVER
    0,E,1,100,1
    0,L,1,100,1
    """

  /// The codes and lines of everything wrong with a text.
  static func problems(_ text: String) -> [String] {
    do {
      _ = try shiftSchedule(from: Array(text.utf8), file: "f")
      return []
    } catch {
      for language in Language.allCases {
        for line in error.lines(in: language) { #expect(!line.contains("{") && !line.contains("E17.")) }
      }
      return error.problems.map { "\($0.code.rawValue)@\($0.line ?? 0)" }
    }
  }

  @Test("comments, blank lines, spaces and CRLF say nothing")
  func decoration() throws {
    let plain = try shiftSchedule(from: Array(Self.schedule.utf8), file: "f")
    let dressed = Self.schedule.replacing("\n", with: " \r\n\r\n# more\r\n").replacing(",", with: " , ")
    #expect(try shiftSchedule(from: Array(dressed.utf8), file: "f") == plain)
    #expect(plain.people[0].daysOff == [0, 6] && plain.shifts[1].mayNotPrecede == [0])
    #expect(plain.people[1].mostShifts == [14, 0])
  }

  @Test(
    "every slip is found in its line",
    arguments: [
      ("SECTION_COVER", "SECTION_COVERS", ["E1703@0", "E1702@19"]),
      ("SECTION_COVER", "SECTION_SHIFTS\nSECTION_COVER", ["E1704@19"]),
      ("# a comment", "a comment", ["E1705@1"]),
      ("14\n", "0\n", ["E1105@4"]),
      ("14\n", "fourteen\n", ["E1104@4"]),
      ("14\n", "14\n28\n", ["E1706@5"]),
      ("L,480,E", "L,480,X", ["E1303@8"]),
      ("L,480,E", "L,480,E|E", ["E1119@8"]),
      ("L,480,E", "E,480,E\nL,480,", ["E1301@8"]),
      ("L,480,E", "L,480", ["E1706@8"]),
      ("L,480,E", "-,480,", ["E1102@8"]),
      ("B,E=14|L=0", "B,E=14", ["E1709@12"]),
      ("B,E=14|L=0", "B,E=14|L=0|M=1", ["E1303@12"]),
      ("B,E=14|L=0", "B,E=14|L", ["E1706@12", "E1709@12"]),
      ("4320,3360,5,2,2,1\nS", "4320,3360,5,2,2\nS", ["E1706@12"]),
      ("A,0,6", "A,0,0", ["E1119@14"]),
      ("A,0,6", "A,0,14", ["E1105@14"]),
      ("A,0,6", "A,0,6\nA,7", ["E1304@15"]),
      ("A,0,6", "C,0,6", ["E1303@14"]),
      ("A,2,E,2", "A,2,E,-2", ["E1105@16"]),
      ("A,2,E,2", "A,2,E,2\nA,2,E,3", ["E1304@17"]),
      ("0,L,1,100,1", "0,E,1,100,1", ["E1304@21"]),
      ("0,L,1,100,1", "0,L,1,100", ["E1706@21"]),
      ("0,L,1,100,1", "0,L,1,99999999999999999999,1", ["E1104@21"]),
    ])
  func slips(_ written: String, _ instead: String, _ expected: [String]) {
    #expect(Self.problems(Self.schedule.replacing(written, with: instead, maxReplacements: 1)) == expected)
  }

  @Test("all problems come at once, by line, and name what was probably meant")
  func together() {
    let text = Self.schedule.replacing("A,2,E,2", with: "A,99,F,2").replacing(
      "SECTION_DAYS_OFF", with: "SECTION_DAY_OFF")
    do {
      _ = try shiftSchedule(from: Array(text.utf8), file: "week.txt")
      Issue.record("it was read")
    } catch {
      let lines = error.lines(in: .english)
      #expect(lines.count == 3)
      #expect(lines[0].hasPrefix("week.txt:13:") && lines[0].contains("did you mean SECTION_DAYS_OFF"))
      #expect(lines[1].contains("week.txt:16: day: 99 is not between 0 and 13"))
      #expect(lines[2].contains("there is no F in SECTION_SHIFTS"))
    }
  }

  @Test("broken bytes are refused or read, never more: no mutation of a file ends the program")
  func mutations() {
    var random = SeededRandom(seed: 11)
    var refused = 0
    for _ in 0..<3000 {
      var bytes = Array(Self.schedule.utf8)
      for _ in 0...random.below(3) { Self.mutate(&bytes, &random) }
      do { _ = try shiftSchedule(from: bytes, file: "f").rosterProblem() } catch { refused += 1 }
    }
    #expect(refused > 1000 && refused < 3000)
  }

  /// One slip: a byte changed, lost, doubled, a line lost or doubled, the end cut off.
  static func mutate(_ bytes: inout [UInt8], _ random: inout SeededRandom) {
    guard !bytes.isEmpty else { return }
    let place = random.below(bytes.count)
    switch random.below(6) {
    case 0: bytes[place] = UInt8(random.below(256))
    case 1: bytes.remove(at: place)
    case 2: bytes.insert(random.pick(Array("0,9-|=() \n\tAE#".utf8)), at: place)
    case 3: bytes.replaceSubrange(place..<min(bytes.count, place + 1 + random.below(20)), with: [])
    case 4: bytes.insert(contentsOf: Array(bytes[place..<min(bytes.count, place + 30)]), at: place)
    default: if random.below(4) == 0 { bytes.removeSubrange(place...) }
    }
  }
}
