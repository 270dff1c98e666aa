import Districts
import Foundation
import Testing
import Units

@testable import Formats

@Suite("The same district in other clothes reads the same") struct EncodingTests {
  /// Every table but its digest.
  static func content(_ district: District) -> String {
    var district = district
    district.digest = ""
    return "\(district)"
  }

  static func readContent(_ files: [String: [UInt8]]) throws -> String {
    do {
      return content(try Fixture.read(files).district)
    } catch {
      return error.lines(in: .english).joined(separator: "\n")
    }
  }

  static let original = try? readContent(Fixture.bytes)

  static func rewritten(_ change: (String) -> [UInt8]) -> [String: [UInt8]] {
    var files = Fixture.bytes
    for name in files.keys.sorted() where name.hasSuffix(".csv") { files[name] = change(Fixture.files[name] ?? "") }
    return files
  }

  @Test("byte order marks and UTF-16") func unicode() throws {
    #expect(try Self.readContent(Self.rewritten { [0xEF, 0xBB, 0xBF] + Array($0.utf8) }) == Self.original)
    let little = Self.rewritten { text in [0xFF, 0xFE] + text.utf16.flatMap { [UInt8($0 & 255), UInt8($0 >> 8)] } }
    let big = Self.rewritten { text in [0xFE, 0xFF] + text.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 255)] } }
    #expect(try Self.readContent(little) == Self.original)
    #expect(try Self.readContent(big) == Self.original)
  }

  @Test("GB18030, with a notice for every file that has Chinese in it") func gb18030() throws {
    var files = Fixture.bytes
    // 样例小区 in GB18030: 样 D1F9, 例 C0FD, 小 D0A1, 区 C7F8.
    let compound: [UInt8] = [0xD1, 0xF9, 0xC0, 0xFD, 0xD0, 0xA1, 0xC7, 0xF8]
    let text = try Fixture.text("compounds.csv").replacingOccurrences(of: "五一社区", with: "")
    let parts = text.components(separatedBy: "样例小区")
    files["compounds.csv"] = Array(parts[0].utf8) + compound + Array(parts[1].utf8)
    let read = try Fixture.read(files)
    #expect(read.district.compounds[0].name == "样例小区")
    #expect(read.notices.contains(Notice(.convertedEncoding, values: ["file": "compounds.csv"])))
  }

  @Test("broken UTF-8 is refused with its line, not taken for GB18030") func brokenUTF8() throws {
    var bytes = try #require(Fixture.bytes["cadres.csv"])
    // The second byte of 李 (E6 9D 8E), on line 4.
    let index = try #require(bytes.indices.first { bytes[$0...].starts(with: [0xE6, 0x9D, 0x8E]) })
    bytes[index + 1] = 0x20
    #expect(
      Fixture.problems("cadres.csv", bytes: bytes).first?.hasPrefix("cadres.csv:4: holds bytes that are no text")
        == true)
    #expect(Fixture.problems("travel.csv", bytes: [0xFF, 0x0A]).first?.hasSuffix("[E1010]") == true)
  }

  @Test("CRLF, semicolons, tabs and quotes around everything") func separators() throws {
    #expect(
      try Self.readContent(Self.rewritten { Array($0.replacingOccurrences(of: "\n", with: "\r\n").utf8) })
        == Self.original)
    for separator in [";", "\t", ","] {
      let files = Self.rewritten { text in
        Array(Self.rows(text).map { row in row.map(Self.quoted).joined(separator: separator) + "\n" }.joined().utf8)
      }
      #expect(try Self.readContent(files) == Self.original)
    }
  }

  @Test("columns in any order, under Chinese names") func headers() throws {
    var files = Fixture.bytes
    for shape in Tables.all {
      let rows = Self.rows(try Fixture.text(shape.file))
      let chinese = Dictionary(uniqueKeysWithValues: shape.columns.map { ($0.name, $0.chinese) })
      let header = rows[0].map { chinese[$0] ?? $0 }
      files[shape.file] = Array(
        ([header] + rows.dropFirst()).map { $0.reversed().map(Self.quoted).joined(separator: ",") + "\n" }.joined().utf8
      )
    }
    #expect(try Self.readContent(files) == Self.original)
  }

  @Test("Chinese words, full-width digits and colons, Chinese list separators") func chineseValues() throws {
    let changes: [(String, String, String)] = [
      ("cadres.csv", ",cadre,街道办", ",干部,街道办"), ("cadres.csv", "entry;order", "entry、order"),
      ("cadres.csv", ",yes,fit,", ",是,健康,"), ("cadres.csv", ",600,", ",６００,"),
      ("availability.csv", "05:00,06:00+1,*,available", "０５：００,06：00＋1,每天,可"),
      ("availability.csv", "mon;sat", "周一；星期六"), ("ledger.csv", ",worked,", ",实际,"),
      ("buildings.csv", ",sealed,door", ",封控,上门"), ("needs.csv", "alone;ill", "独居；患病"),
      ("posts.csv", "checkpoint,evening,workday", "卡口,evening,工作日"),
      ("points.csv", "cadre:1;volunteer:3,desk", "干部：1；志愿者：3,台"), ("orders.csv", "1/household", "1/户"),
      ("pins.csv", "must_not", "不得"), ("travel.csv", "vehicle", "车辆"), ("travel.csv", "3200", " ３２００　"),
    ]
    var files = Fixture.files
    for (name, old, new) in changes {
      let text = try #require(files[name])
      try #require(text.contains(old), "\(name) has no \(old)")
      files[name] = text.replacingOccurrences(of: old, with: new)
    }
    let bytes = files.mapValues { Array($0.utf8) }
    #expect(try Self.readContent(bytes) == Self.original)
    for shape in Tables.all {
      let canonical = canonicalTable(try #require(bytes[shape.file]), shape)
      #expect(String(decoding: canonical, as: UTF8.self) == Fixture.files[shape.file])
    }
  }

  @Test("places from Chinese maps come back to WGS 84 within a metre") func coordinates() throws {
    // Tian'anmen, as published for the three systems: WGS 84 39.907333, 116.391083.
    let place = Coordinate(latitude: 39.907333, longitude: 116.391083)
    let shifted = gcj02(fromWGS84: place)
    // The shift in Beijing is some 140 m north and 540 m east.
    #expect((400...700).contains(place.metres(to: shifted, detourPercent: 100).rawValue))
    #expect(wgs84(shifted, from: .gcj02).metres(to: place, detourPercent: 100) <= 1)
    // Published pair: BD-09 39.915, 116.404 is GCJ-02 39.90865, 116.39763 (five decimals).
    let gaode = gcj02(fromBD09: Coordinate(latitude: 39.915, longitude: 116.404))
    #expect(abs(gaode.latitude - 39.90865) < 0.00002 && abs(gaode.longitude - 116.39763) < 0.00002)
    let rome = Coordinate(latitude: 41.9, longitude: 12.5)
    #expect(wgs84(rome, from: .gcj02) == rome)
  }

  /// The rows of canonical text, unquoted.
  static func rows(_ text: String) -> [[String]] {
    text.split(separator: "\n").map { line in
      var fields = [""]
      var quoted = false
      for character in line {
        switch character {
        case "\"": quoted.toggle()
        case "," where !quoted: fields.append("")
        default: fields[fields.count - 1].append(character)
        }
      }
      return fields.map { $0.replacingOccurrences(of: "说 慢, 细", with: "说 \"慢\", 细") }
    }
  }
  static func quoted(_ field: String) -> String { "\"" + field.replacingOccurrences(of: "\"", with: "\"\"") + "\"" }
}
