import Foundation
import SchemaChecking
import Testing

/// The models of Models/, written apart from the Swift code and solved by GLPK's own program.
@Suite("glpsol finds on the small samples what the plan proves", .enabled(if: Oracle.hasGlpsol, Oracle.missing))
struct OracleTests {
  @Test(
    "rosters agree at every level",
    arguments: [
      ["short-handed"], ["night-ill"], ["junyi"], ["taihua"], ["taihua", "--days", "1"], ["taihua", "--days", "3"],
    ])
  func rosters(district: [String]) throws {
    try Binary.inTemporaryFolder { folder in
      let plan = try Oracle.plan(district, into: folder)
      let best = plan.proved("roster")
      try #require(best.count == 3)
      for level in 1...3 {
        try Oracle.export(district, level: level, first: best[0], second: best[1], into: folder)
        #expect(try Oracle.optimum("roster", in: folder, of: "objective") == best[level - 1], "level \(level)")
      }
    }
  }

  @Test("points, slots and helpers of junyi agree at every level, part by part")
  func distribution() throws {
    try Binary.inTemporaryFolder { folder in
      let plan = try Oracle.plan(["junyi"], into: folder)
      let best = plan.proved("distribution")
      try #require(best.count == 2)
      let unserved = plan.part("unservedHouseholds", "distribution")
      let left = plan.part("unservedNeeds", "distribution")
      let effort = plan.part("staffTime", "distribution") + plan.part("walking", "distribution")
      let helping = plan.part("helperWalking", "distribution") + plan.part("changedHelper", "distribution")
      #expect(best == [unserved + left, effort + helping])

      try Oracle.export(["junyi"], level: 1, into: folder)
      #expect(try Oracle.optimum("points", in: folder, of: "unserved") == unserved)
      #expect(try Oracle.optimum("key-households", in: folder, of: "unserved") == left)
      // Both models hold what `--first` says, so each is written on its own.
      try Oracle.export(["junyi"], level: 2, first: unserved, into: folder)
      #expect(try Oracle.optimum("points", in: folder, of: "effort") == effort)
      try Oracle.export(["junyi"], level: 2, first: left, into: folder)
      #expect(try Oracle.optimum("key-households", in: folder, of: "effort") == helping)
    }
  }

  @Test("short stock of junyi is shared as the plan shares it")
  func supply() throws {
    try Binary.inTemporaryFolder { folder in
      let district = folder.appendingPathComponent("district")
      try FileManager.default.copyItem(atPath: Binary.instance("junyi"), toPath: district.path)
      let stock = "depot,good,packs,price,ready\nD1,veg,90,3000,\nD1,veg,110,3000,2022-10-15T19:00\n"
      try stock.write(to: district.appendingPathComponent("stock.csv"), atomically: true, encoding: .utf8)
      let plan = try Oracle.plan([district.path], into: folder)
      let best = plan.proved("supply")
      try #require(best.count == 2 && best[0] > 0 && best[1] > 0)
      try Oracle.export([district.path], level: 1, into: folder)
      #expect(try Oracle.optimum("supply", in: folder, of: "short") == best[0])
      try Oracle.export([district.path], level: 2, first: best[0], into: folder)
      #expect(try Oracle.optimum("supply", in: folder, of: "uneven") == best[1])
    }
  }

  @Test("short kit is shared as the shelf of every site allows, duty by duty")
  func kit() throws {
    try Binary.inTemporaryFolder { folder in
      let district = folder.appendingPathComponent("district")
      try FileManager.default.copyItem(atPath: Binary.instance("taihua"), toPath: district.path)
      for (name, text) in Self.kitFiles {
        try text.write(to: district.appendingPathComponent(name), atomically: true, encoding: .utf8)
      }
      let day = [district.path, "--days", "1"]
      let plan = try Oracle.plan(day, into: folder)
      let best = plan.proved("supply")
      try #require(best.count == 2 && best[0] > 0 && best[1] > 0)
      try Oracle.export(day, level: 1, into: folder)
      #expect(try Oracle.optimum("kit", in: folder, of: "short") == best[0])
      try Oracle.export(day, level: 2, first: best[0], into: folder)
      #expect(try Oracle.optimum("kit", in: folder, of: "uneven") == best[1])
    }
  }

  /// Three duties of two at one gate: six masks each, five gels a duty; the store opens when the first has begun.
  private static let kitFiles = [
    "goods.csv": "id,name,kind\nmask,Masks,kit\ngel,Gel,kit\n",
    "depots.csv": "id,name,lat,lon,open_from,open_to\nD1,Store,34.26,108.95,07:00,20:00\n",
    "stock.csv": "depot,good,packs\nD1,mask,9\nD1,gel,7\n",
    "kit.csv": "exposure,kind,good,packs,per\n0,,mask,3,\n0,checkpoint,gel,5,duty\n",
    "onhand.csv": "site,good,packs\nS1,mask,4\n",
    "orders.csv": "id,site,good,packs\n",
  ]

  @Test("where frozen pins contradict each other there is neither a plan nor a model")
  func frozenConflict() throws {
    try Binary.inTemporaryFolder { folder in
      let district = Binary.instance("frozen-conflict")
      let plan = try Binary.run(["plan", district, "--out", folder.path])
      let export = try Binary.run(["export", district, "--mathprog", "--out", folder.path])
      #expect(plan.exit == 3)
      #expect(export.exit == 3)
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).isEmpty)
    }
  }
}
