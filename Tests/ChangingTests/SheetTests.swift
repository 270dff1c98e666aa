import Formats
import Testing

@testable import Changing

/// What nobody touches keeps its bytes.
@Suite struct SheetTests {
  private func availability(_ bytes: [UInt8]) -> DistrictFiles {
    var files = Town.files
    files["availability.csv"] = bytes
    return files
  }

  @Test("rows that are not touched stay as they were written, in whatever way that is")
  func ownWays() throws {
    let written = "\u{FEFF}编号;意愿;起;止;日期\r\n C1 ;可;\"05:00\";06:00+1;*\r\nC2;愿;０６:00;22:00;\r\n"
    let after = try Town.after("absent=C2", files: availability(Array(written.utf8)))
    let bytes = String(decoding: after.files["availability.csv"] ?? [], as: UTF8.self)
    #expect(bytes == written + "C2;unavailable;00:00;24:00;*\r\n")
  }

  @Test("a column that is missing is added in the language of the header, to every row")
  func column() throws {
    let written = "编号,起,止,意愿\nC1,2022-01-01T05:00,2022-01-02T05:00,可\n"
    let after = try Town.after("absent=C2", files: availability(Array(written.utf8)))
    #expect(
      after.lines("availability.csv") == [
        "编号,起,止,日期,意愿", "C1,2022-01-01T05:00,2022-01-02T05:00,,可", "C2,00:00,24:00,*,unavailable",
      ])
  }

  @Test("a file that is not UTF-8 is written in canonical form once it changes, and else stays as it is")
  func otherEncodings() throws {
    let written = "编号,起,止,日期,意愿\nC1,05:00,06:00+1,每天,可\n"
    let bytes: [UInt8] = [0xFF, 0xFE] + written.utf16.flatMap { [UInt8($0 & 255), UInt8($0 >> 8)] }
    let files = availability(bytes)
    #expect(try Town.after("close=D1", files: files).files["availability.csv"] == bytes)
    #expect(
      try Town.after("absent=C2", files: files).lines("availability.csv") == [
        "cadre,from,to,days,level", "C1,05:00,06:00+1,*,available", "C2,00:00,24:00,*,unavailable",
      ])
  }

  @Test("a table that is missing is made with all its columns; files that are no district's are left out")
  func missing() throws {
    var files = Town.files
    files["availability.csv"] = nil
    files["notes.txt"] = [65]
    #expect(files["notes.txt"] == nil)
    #expect(
      try Town.after("absent=C2", files: files).lines("availability.csv") == [
        "cadre,from,to,days,level", "C2,00:00,24:00,*,unavailable",
      ])
  }

  @Test("settings are found in block and flow style, behind comments and in quotes")
  func settings() throws {
    func after(_ text: String, _ word: String) throws -> String {
      let files = Town.files.replacing(
        "district.yaml",
        "format: lastmetre/district/1\nname: x\nplan: {date: 2022-01-01, days: 3}\nshifts: {day: {from: \"08:00\", to: '16:00'}, night: {from: \"22:00\", to: \"06:00\"}}\n"
          + text)
      let changed = try Town.after(word, files: files)
      return changed.lines("district.yaml").dropFirst(4).joined(separator: "\n")
    }
    #expect(
      try after("helpers:\n  # few\n  most: 5 # many\n", "set:helpers.most=7") == "helpers:\n  # few\n  most: 7 # many")
    #expect(try after("helpers: { most: \"5\" }\n", "set:helpers.most=7") == "helpers: { most: 7 }")
    #expect(try after("helpers: {least: 2}\n", "set:helpers.most=7") == "helpers: {least: 2, most: 7 }")
    #expect(try after("helpers:\n", "set:helpers.most=7") == "helpers: { most: 7 }")
    #expect(try after("helpers:\n  least: 2\n", "set:helpers.most=7") == "helpers:\n  most: 7\n  least: 2")
    #expect(try after("rules: {}\n", "weight:wishes=2") == "rules: { wishes: { weight: 2 } }")
    #expect(try after("rules:\n  wishes:\n    weight: 1\n", "weight:wishes=2") == "rules:\n  wishes:\n    weight: 2")
    #expect(
      try after("night: { to: \"06:00\",\n  from: \"22:00\" }\n", "set:night.from=21:00").contains("from: \"21:00\" }"))
    #expect(
      try after("rules:\n  rotation:\n    cycle:\n      - A\n      - B\n", "rule:rotation.cycle=A,B,C").contains(
        "cycle: [A, B, C]"))
    #expect(
      try after("holidays: [2022-01-01]\n", "set:holidays=2022-01-02,2022-01-03")
        == "holidays: [2022-01-02, 2022-01-03]")
    #expect(try after("", "set:name=a \"b\" \\ c: #d") == "")
  }
}
