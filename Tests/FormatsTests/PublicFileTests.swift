import Foundation
import Testing

@testable import Formats

@Suite("Every public instance there is can be read") struct PublicFileTests {
  static let folder = ProcessInfo.processInfo.environment["LASTMETRE_BENCHMARKS"]

  static func files(_ folder: String, _ prefix: String) throws -> [String] {
    let root = URL(fileURLWithPath: Self.folder ?? "").appendingPathComponent(folder)
    return try FileManager.default.subpathsOfDirectory(atPath: root.path).sorted().filter {
      $0.split(separator: "/").last?.hasPrefix(prefix) == true
    }.map { root.path + "/" + $0 }
  }

  @Test("shift scheduling", .enabled(if: folder != nil, "set LASTMETRE_BENCHMARKS to the folder of public instances"))
  func shiftScheduling() throws {
    let files = try Self.files("shift-scheduling", "Instance")
    #expect(!files.isEmpty)
    for file in files {
      #expect(try publicFormat(at: file) == .shiftScheduling)
      let schedule = try readShiftSchedule(at: file)
      #expect(schedule.covers.count == schedule.dayCount * schedule.shifts.count, "\(file)")
    }
  }

  @Test("nurse rostering", .enabled(if: folder != nil, "set LASTMETRE_BENCHMARKS to the folder of public instances"))
  func nurseRostering() throws {
    let files = try Self.files("inrc2", "Sc-")
    #expect(!files.isEmpty)
    for file in files {
      #expect(try publicFormat(at: file) == .nurseRostering)
      for history in 0..<3 {
        let read = try readNurseCase(NurseFiles(scenario: file, history: history, weeks: Array(0..<10)))
        #expect(read.weeks.count == 10 && read.history.nurses.count == read.scenario.nurses.count)
      }
    }
  }
}
