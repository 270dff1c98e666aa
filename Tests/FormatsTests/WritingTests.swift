import Districts
import Foundation
import Testing
import Units

@testable import Formats

@Suite("What is written is whole, canonical and can be read back") struct WritingTests {
  @Test("canonical tables come back as the same bytes") func canonicalStays() throws {
    for shape in Tables.all {
      let bytes = try #require(Fixture.bytes[shape.file])
      #expect(canonicalTable(bytes, shape) == bytes, "\(shape.file)")
    }
  }

  @Test("every sample is canonical", arguments: try sampleNames())
  func samplesAreCanonical(_ name: String) throws {
    for shape in Tables.all {
      guard let data = try? Data(contentsOf: samplesFolder.appendingPathComponent("\(name)/\(shape.file)")) else {
        continue
      }
      #expect(canonicalTable([UInt8](data), shape) == [UInt8](data), "\(shape.file)")
    }
  }

  @Test("format rewrites what is not canonical, and nothing else") func format() throws {
    let folder = try Fixture.folder()
    let yaml = try folder.bytes("district.yaml")
    let goods = try #require(Fixture.files["goods.csv"])
    try folder.write("goods.csv", [0xEF, 0xBB, 0xBF] + Array(goods.replacingOccurrences(of: "\n", with: "\r\n").utf8))
    #expect(try formatDistrict(at: folder.path) == ["goods.csv"])
    #expect(try folder.bytes("goods.csv") == Array(goods.utf8))
    #expect(try folder.bytes("district.yaml") == yaml)
    #expect(try formatDistrict(at: folder.path) == [])
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).count == Fixture.files.count)
  }

  @Test("a broken district is not formatted") func brokenStays() throws {
    let folder = try Fixture.folder()
    let broken = Array("id,name,kind\r\nveg,,vegetable\r\n".utf8)
    try folder.write("goods.csv", broken)
    #expect(throws: DistrictProblems.self) { try formatDistrict(at: folder.path) }
    #expect(try folder.bytes("goods.csv") == broken)
  }

  @Test("files are written into folders that are made for them, and replaced whole") func atomic() throws {
    let folder = try TemporaryFolder()
    let target = folder.path + "/out/deep"
    try writeAtomically([OutputFile(name: "a.txt", text: "one"), OutputFile(name: "b.txt", text: "")], into: target)
    try writeAtomically([OutputFile(name: "a.txt", text: "two")], into: target)
    #expect(try String(contentsOfFile: target + "/a.txt", encoding: .utf8) == "two")
    #expect(try FileManager.default.contentsOfDirectory(atPath: target).sorted() == ["a.txt", "b.txt"])
    for (name, path) in [("a.txt", target + "/a.txt"), ("../a.txt", target)] {
      let error = #expect(throws: DistrictProblems.self) {
        try writeAtomically([OutputFile(name: name, text: "three")], into: path)
      }
      #expect(error?.isCannotWrite == true)
    }
    #expect(try String(contentsOfFile: target + "/a.txt", encoding: .utf8) == "two")
  }

  @Test("the digest is SHA-256 over name, NUL, length, NUL, bytes of each file in name order") func digest() throws {
    // The published digest of "abc" (FIPS 180-4).
    #expect(sha256Hex("abc") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
    var text = ""
    for name in Fixture.files.keys.sorted() {
      let content = try Fixture.text(name)
      text += "\(name)\0\(content.utf8.count)\0\(content)"
    }
    #expect(try Fixture.read(Fixture.bytes).digest == sha256Hex(text))
    var files = Fixture.bytes
    files["remarks.txt"] = [1, 2, 3]
    #expect(try Fixture.read(files).digest == sha256Hex(text))
  }
}
