import Foundation
import Synthesis
import Testing

@Suite struct SampleFiles {
  static let instances = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "Instances")

  /// With `LASTMETRE_REDRAW=1` in the environment the folders are written anew instead.
  @Test(
    "the committed files of every sample are those the generator draws",
    arguments: Sample.allCases.filter { $0.isCommitted })
  func committedFilesAreDrawnOnes(_ sample: Sample) throws {
    let folder = SampleFiles.instances.appending(path: sample.rawValue)
    let drawn = sample.files
    if ProcessInfo.processInfo.environment["LASTMETRE_REDRAW"] == "1" {
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      for file in drawn {
        try Data(file.text.utf8).write(to: folder.appending(path: file.name))
      }
    }
    for file in drawn {
      let committed = try Data(contentsOf: folder.appending(path: file.name))
      #expect(String(decoding: committed, as: UTF8.self) == file.text, "\(sample.rawValue)/\(file.name)")
    }
    let tables = try FileManager.default.contentsOfDirectory(atPath: folder.path)
      .filter { $0.hasSuffix(".csv") || $0.hasSuffix(".yaml") }
    #expect(tables.sorted() == drawn.map(\.name).sorted())
  }
}
