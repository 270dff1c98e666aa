import Foundation
import Testing
import Wording

@testable import Formats

/// One slip in the fixture, and how the line that names it begins and what it must hold.
struct Slip: Sendable, CustomTestStringConvertible {
  let file: String
  let old: String
  let new: String
  let begins: String
  let holds: String
  init(_ file: String, _ old: String, _ new: String, _ begins: String, _ holds: String) {
    (self.file, self.old, self.new, self.begins, self.holds) = (file, old, new, begins, holds)
  }
  var testDescription: String { "\(file): \(old) → \(new)" }
}

@Suite("A slip is refused with its place, its value and a remedy") struct RefusalTests {
  static let valueSlips = [
    Slip(
      "cadres.csv", ",,600,", ",,6oo,",
      "cadres.csv:2:15: max_minutes_day: \"6oo\" is not a whole number; write minutes, e.g. 600 [E1104]", "E1104"),
    Slip("cadres.csv", "C003,李伟", "C 03,李伟", "cadres.csv:4:1: id: \"C 03\" is no id", "E1102"),
    Slip("cadres.csv", "medic,医院", "medik,医院", "cadres.csv:4:3: kind: \"medik\"", "did you mean medic?"),
    Slip(
      "cadres.csv", "36.0781,111.5129", "111.5129,36.0781", "cadres.csv:2:7: lat: 111.5129 is not between -90 and 90",
      "E1107"),
    Slip("cadres.csv", "36.0781,", "nan,", "cadres.csv:2:7: lat: \"nan\" is not a number", "E1106"),
    Slip("cadres.csv", "36.0781,", ",", "cadres.csv:2:7: lat: only one of lat and lon", "E1201"),
    Slip("cadres.csv", ",,yes,fit", ",,ja,fit", "cadres.csv:2:10: lead: \"ja\" is neither yes nor no", "E1108"),
    Slip("cadres.csv", "entry;order", "entry;;order", "cadres.csv:2:6: skills:", "E1114"),
    Slip("cadres.csv", "entry;order", "entry;entry", "cadres.csv:2:6: skills:", "E1119"),
    Slip("cadres.csv", "周学强", "周\t强", "cadres.csv:2:2: name: 周\\u{9}强 holds a control character", "E1025"),
    Slip("cadres.csv", "周学强", "", "cadres.csv:2:2: name: is empty", "E1101"),
    Slip("availability.csv", "05:00,06:00+1", "5:00,06:00+1", "availability.csv:2:2: from: \"5:00\"", "E1118"),
    Slip(
      "availability.csv", "05:00,06:00+1", "22:00,06:00",
      "availability.csv:2:3: to: 06:00 is not after 22:00; for the next day add +1", "E1207"),
    Slip("availability.csv", "mon;sat", "monday", "availability.csv:4:4: days:", "E1113"),
    Slip("availability.csv", "22:00,,desired", "22:00,mon,desired", "availability.csv:3:4: days:", "E1206"),
    Slip("availability.csv", "2022-01-02T22:00", "22:00", "availability.csv:3:3: to:", "E1215"),
    Slip(
      "availability.csv", "C003,08:00,16:00", "C0O3,08:00,16:00",
      "availability.csv:4:1: cadre: there is no C0O3 in cadres.csv; did you mean C003?", "E1303"),
    Slip(
      "ledger.csv", "2021-12-30T08:00,2021-12-30T16:00", "2021-12-30T16:00,2021-12-30T08:00",
      "ledger.csv:2:3: to: 2021-12-30T08:00 is not after 2021-12-30T16:00", "E1207"),
    Slip("ledger.csv", "2021-12-30T16:00", "2021-02-30T16:00", "ledger.csv:2:3: to:", "E1111"),
    Slip(
      "ledger.csv", "2021-12-30T16:00", "2022-12-30T16:00", "ledger.csv:2:3: to: the span is longer than 48 hours",
      "E1217"),
    Slip("goods.csv", "12.5", "1e1", "goods.csv:2:5: litres: \"1e1\"", "E1106"),
    Slip(
      "buildings.csv", ",35,108,5", ",-35,108,5", "buildings.csv:2:9: households: -35 is not between 0 and 1000000000",
      "E1105"),
    Slip("buildings.csv", ",35,108,5", ",99999999999999999999,108,5", "buildings.csv:2:9: households:", "E1104"),
    Slip("buildings.csv", ",35,108,5", ",35,108,36", "buildings.csv:2:11: elderly: 36 households", "E1212"),
    Slip("points.csv", "17:00,20:40", "20:40,17:00", "points.csv:2:9: open_to: 17:00 is not after 20:40", "E1207"),
    Slip("points.csv", "cadre:1;", "cadre 1;", "points.csv:2:11: staff:", "E1115"),
    Slip("orders.csv", "1/household", "one/household", "orders.csv:2:6: packs:", "E1116"),
    Slip("orders.csv", "O2,B01,,", "O2,B01,K1,", "orders.csv:3:2: building:", "E1210"),
    Slip("orders.csv", "O3,,,S1,veg,4", "O3,,,S1,veg,4/household", "orders.csv:4:6: packs:", "E1214"),
    Slip(
      "orders.csv", "veg,4,,,,D1", "veg,4,,,,D2", "orders.csv:4:10: collect_at: there is no D2 in depots.csv", "E1303"),
    Slip(
      "orders.csv", "2022-01-01T18:00,1,", "2022-01-01T18:00,1,D1",
      "orders.csv:3:10: collect_at: only a site or a compound collects at D1; clear it", "E1218"),
    Slip("orders.csv", "1/household,,,,", "1/household,,,,D1", "orders.csv:2:10: collect_at:", "E1218"),
    Slip("depots.csv", "08:00,21:00", "08:00,", "depots.csv:2:7: open_to:", "E1211"),
    Slip(
      "vehicles.csv", "15:00,21:00", "06:00,21:00",
      "vehicles.csv:2:8: to: the vehicle runs 900 minutes, the daily maximum is 720", "E1205"),
    Slip("pins.csv", "S1/gate/evening/2022-01-01", "S1/gate/day/2022-01-01", "pins.csv:2:3: object:", "E1117"),
    Slip("pins.csv", "P1@17:20", "P2@17:20", "pins.csv:3:3: object: there is no P2 in points.csv", "E1303"),
    Slip("travel.csv", "D1,P1", "D1,D1", "travel.csv:2:2: to:", "E1216"),
  ]

  static let rowSlips = [
    Slip(
      "cadres.csv", "A,C002,", "A,,", "cadres.csv:3:13: buddy: C002 names C001 as buddy, but line 2 names –", "E1208"),
    Slip("cadres.csv", "A,C002,", "A,C001,", "cadres.csv:2:13: buddy: C001 is named as their own buddy", "E1209"),
    Slip("cadres.csv", "C003,李伟", "C002,李伟", "cadres.csv:4:1: id: C002 is already the id of line 3", "E1301"),
    Slip("sites.csv", "S2,采样点", "P1,采样点", "points.csv:2:1: id: P1 is already an id of sites.csv", "E1302"),
    Slip("kit.csv", "2,duty", "2,desk", "kit.csv:2:5: per:", "E1109"),
    Slip("kit.csv", "1,,med", "4,,med", "kit.csv:3:1: exposure:", "E1105"),
    Slip("onhand.csv", "S1,med,3", "S9,med,3", "onhand.csv:2:1: site: there is no S9 in sites.csv", "E1303"),
    Slip("needs.csv", "N1,B01", "O2,B01", "needs.csv:2:1: id: O2 is already an id of orders.csv", "E1302"),
    Slip(
      "posts.csv", ",1,2,3,yes,2,10", ",3,2,3,yes,2,10", "posts.csv:2:10: minimum: minimum 3 is more than target 2",
      "E1202"),
    Slip(
      "posts.csv", ",,1,,yes,3,10", ",,1,,no,3,10",
      "posts.csv:3:13: lead: differs from line 2 of the same duty S1/gate/evening", "E1203"),
    Slip(
      "posts.csv", "workday,guide", "workday,any",
      "posts.csv:3:7: seat: the seat any of S1/gate/evening is there twice", "E1204"),
    Slip(
      "cadres.csv", "C003,李伟,medic", "C003,李伟,伟,medic", "cadres.csv:4:17: the row has 18 fields, the header 17", "E1022"
    ),
    Slip("cadres.csv", "李伟", "\"李伟", "cadres.csv:4:2: a quoted field does not end on its line", "E1023"),
    Slip("cadres.csv", "李伟", "李\"伟", "cadres.csv:4:2: a quotation mark stands inside a field", "E1024"),
    Slip("cadres.csv", "C003,李伟", "\nC003,李伟", "cadres.csv:4: the line is empty", "E1032"),
    Slip(
      "cadres.csv", "no_night", "nonight",
      "cadres.csv:1:14: nonight is no column of this table; did you mean no_night?", "E1029"),
    Slip("cadres.csv", "id,name,kind", "id,name,name", "cadres.csv:1:3: the column name is there twice", "E1031"),
    Slip("cadres.csv", "id,name,kind", "id,name,note", "cadres.csv:1: kind: the column kind (类别) is missing", "E1030"),
    Slip(
      "travel.csv", "420\n", "420\nD1,P1,vehicle,1,1\n",
      "travel.csv:3:2: to: the row for D1 P1 vehicle is already in line 2", "E1304"),
    Slip("travel.csv", "420\n", "420", "travel.csv:2: the last line does not end", "E1021"),
  ]

  static let settingSlips = [
    Slip(
      "district.yaml", "Asia/Shanghai", "Asia/Shanghigh",
      "district.yaml:3:12: time_zone: \"Asia/Shanghigh\" is no time zone", "E1408"),
    Slip("district.yaml", "Asia/Shanghai", "../../etc/localtime", "district.yaml:3:12: time_zone:", "E1408"),
    Slip(
      "district.yaml", "minimumRest", "minimumrest",
      "district.yaml:19:3: rules: \"minimumrest\" is no key here; did you mean minimumRest?", "E1404"),
    Slip(
      "district.yaml", "{ minutes: 660 }", "{ minute: 660 }",
      "district.yaml:19:18: rules.minimumRest: \"minute\" is no key here; did you mean minutes?", "E1404"),
    Slip(
      "district.yaml", "{ weight: 0 }", "{ weight: 1001 }",
      "district.yaml:20:24: rules.fairHours.weight: 1001 is not between 0 and 1000", "E1105"),
    Slip(
      "district.yaml", "days: 2 }", "days: 0 }", "district.yaml:4:33: plan.days: 0 is not between 1 and 366", "E1105"),
    Slip("district.yaml", "days: 2 }", "days: 2", "district.yaml:5:18: is not YAML", "E1401"),
    Slip("district.yaml", "name: 样例小区", "name: &a 样例小区", "district.yaml:2:7: anchors", "E1402"),
    Slip("district.yaml", "name: 样例小区", "name: !!str 样例小区", "district.yaml:2:7: anchors", "E1402"),
    Slip(
      "district.yaml", "name: 样例小区", "name: [[[[[[[[[[[[[1]]]]]]]]]]]]]", "district.yaml:2:1: is nested deeper than 12",
      "E1403"),
    Slip(
      "district.yaml", "name: 样例小区", "name: [样例小区]", "district.yaml:2:7: name: has another shape than expected", "E1406"
    ),
    Slip(
      "district.yaml", "district/1", "district/2", "district.yaml:1:9: format: \"lastmetre/district/2\" cannot be read",
      "E1407"),
    Slip(
      "district.yaml", "name: 样例小区", "name: 样例小区\nosrm: http://localhost",
      "district.yaml:3:7: osrm: travel times from OSRM", "E1409"),
    Slip(
      "district.yaml", "name: 样例小区", "name: 样例小区\nname: 二", "district.yaml:2:1: the key name is there twice", "E1410"),
    Slip("district.yaml", "date: 2022-01-01, ", "", "district.yaml:4:7: plan: the key date is missing", "E1405"),
    Slip(
      "district.yaml", "least: 3, most: 5", "least: 6, most: 5",
      "district.yaml:17:10: helpers: least 6 is more than most 5", "E1213"),
    Slip(
      "district.yaml", "from: \"08:00\"", "from: \"8:00\"",
      "district.yaml:11:26: shifts.day.from: \"8:00\" is not a time", "E1110"),
    Slip(
      "district.yaml", "[2022-01-01]", "[2022-13-01]", "district.yaml:9:12: holidays: \"2022-13-01\" is not a date",
      "E1112"),
  ]

  @Test("values", arguments: valueSlips) func values(_ slip: Slip) throws { try expect(slip) }
  @Test("rows and tables", arguments: rowSlips) func rows(_ slip: Slip) throws { try expect(slip) }
  @Test("district.yaml", arguments: settingSlips) func settings(_ slip: Slip) throws { try expect(slip) }

  private func expect(_ slip: Slip) throws {
    let problems = try Fixture.problems(slip.file, slip.old, slip.new)
    #expect(
      problems.contains { $0.hasPrefix(slip.begins) && $0.contains(slip.holds) },
      "wanted \(slip.begins)\ngot \(problems.joined(separator: "\n"))")
  }

  @Test("all problems come at once, sorted by file and line, and name both languages' remedy")
  func allAtOnce() throws {
    var files = Fixture.bytes
    files["travel.csv"] = Array("from,to,mode,metres,seconds\nD1,P1,vehicle,x,420\nD1,P9,foot,1,1\n".utf8)
    files["goods.csv"] = Array("id,name,kind\nveg,蔬菜包,vegetables\nmed,药,药品\n".utf8)
    do {
      _ = try Fixture.read(files)
      Issue.record("three slips were taken for good")
    } catch {
      #expect(
        error.problems.map { "\($0.file):\($0.line ?? 0)" } == ["goods.csv:2", "travel.csv:2", "travel.csv:3"])
      #expect(
        error.lines(in: .chinese).first
          == "goods.csv:2:3: kind: “vegetables”不在可选值 vegetable, grain, milk, medicine, meal, kit 之中；是否想写 vegetable？ [E1109]"
      )
    }
  }

  @Test("a hopeless file gives a thousand problems and a count of the rest") func manyProblems() throws {
    let rows = String(repeating: "D1,P1,vehicle,x,420\n", count: 5000)
    let lines = Fixture.problems("travel.csv", text: "from,to,mode,metres,seconds\n" + rows)
    // 5,000 rows, each with one bad number; 1,000 are listed.
    #expect(lines.count == 1001)
    #expect(lines.last == "and 4000 more problems")
  }

  @Test("missing files, misspelled names and what is no file") func files() throws {
    #expect(Fixture.problems("cadres.csv", bytes: nil).contains { $0.hasPrefix("cadres.csv: the file is missing") })
    #expect(
      Fixture.problems("district.yaml", bytes: nil).contains { $0.hasPrefix("district.yaml: the file is missing") })
    var files = Fixture.bytes
    files["post.csv"] = files["posts.csv"]
    files["posts.csv"] = nil
    let error = #expect(throws: DistrictProblems.self) { try Fixture.read(files) }
    #expect(error?.problems.contains { $0.code == .misspelledFile && $0.nearest == "posts.csv" } == true)

    let folder = try Fixture.folder()
    try FileManager.default.removeItem(atPath: folder.path + "/travel.csv")
    try FileManager.default.createSymbolicLink(
      atPath: folder.path + "/travel.csv", withDestinationPath: folder.path + "/goods.csv")
    let linked = #expect(throws: DistrictProblems.self) { try readDistrict(at: folder.path) }
    #expect(linked?.problems.map(\.code) == [.notARegularFile])
    let absent = #expect(throws: DistrictProblems.self) { try readDistrict(at: folder.path + "/none") }
    #expect(absent?.isMissingInput == true)
  }
}
