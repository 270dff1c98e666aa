import Districts
import Foundation
import SchemaChecking
import Testing
import Units

@testable import Formats

@Suite("What is written fits the published schemas") struct SchemaTests {
  static let folder = samplesFolder.deletingLastPathComponent().appendingPathComponent("Schemas")

  static func schema(_ name: String) throws -> JSONSchema {
    let url = folder.appendingPathComponent(name + ".schema.json")
    return JSONSchema(try JSONValue(text: String(contentsOf: url, encoding: .utf8)))
  }

  /// A plan that uses every field once.
  static func plan() throws -> Plan {
    let zone = try #require(ZoneClock(identifier: "Asia/Shanghai"))
    let date = try #require(CalendarDate("2022-01-01"))
    func at(_ minutes: Int) -> LocalMoment { LocalMoment(zone.moment(date, ClockTime(minutes: minutes)), in: zone) }
    let digest = sha256Hex("district")
    var plan = Plan(
      district: PlannedDistrict(name: "样例", digest: digest, date: date, days: 1),
      run: PlanRun(seed: 1, threads: 1, method: "auto", versions: .init(lastmetre: "0.1", glpk: "5.0")))
    plan.run.iterations = 100
    plan.summary.lastServed = at(1100)
    let duty = PlannedDuty(
      id: DutyID(site: "S1", post: "gate", shift: "day", date: "2022-01-01"), site: "S1", post: "gate", from: at(480),
      to: at(960), exposure: 0, seats: [PlannedSeat(seat: "any", minimum: 1, target: 2, maximum: 2)],
      people: [PlannedPerson(cadre: "C001", seat: "any", lead: true)])
    let gap = Gap(
      id: "R1", what: .init(kind: .duty, id: duty.id.text, seat: "any", level: .target), missing: 1,
      reasons: [.init(rule: "busy", count: 2, standing: .observed)])
    plan.roster = RosterPlan(duties: [duty], gaps: [gap])
    plan.distribution = DistributionPlan(
      points: [OpenPoint(point: "P1", desks: 2, openFrom: at(1020), openTo: at(1100))],
      batches: [
        Batch(
          building: "B01", staircases: [1, 2], mode: .point, point: "P1", from: at(1020), to: at(1040), households: 20,
          packs: 20)
      ],
      helpers: [Helper(cadre: "C001", needs: ["N1"])])
    plan.carrying = CarryPlan(
      teams: [
        CarryTeam(
          compound: "K1", team: 1, from: at(1050), to: at(1070),
          steps: [
            CarryStep(
              type: .load, location: "K1", packs: ["veg": 11], arrival: at(1050), service: at(1050),
              departure: at(1051)),
            CarryStep(
              type: .entrance, location: "B02", packs: ["veg": 9], arrival: at(1053), service: at(1054),
              departure: at(1056)),
            CarryStep(
              type: .doors, location: "B02", packs: ["veg": 2], doors: 2, arrival: at(1056), service: at(1056),
              departure: at(1060)),
          ])
      ],
      gaps: [
        Gap(
          id: "C1", what: .init(kind: .packs, id: "B03", level: .service), missing: 4,
          reasons: [.init(rule: RuleID.carryHours.rawValue, count: 4, standing: .observed)])
      ])
    plan.routes = RoutePlan(routes: [
      VehicleRoute(
        vehicle: "V1", driver: "C002", loaders: [], metres: 3200, cost: 900,
        steps: [
          RouteStep(type: .start, location: "D1", arrival: at(900), service: at(900), departure: at(900), load: [:]),
          RouteStep(
            type: .load, location: "D1", arrival: at(900), service: at(900), departure: at(910), load: ["veg": 20]),
          RouteStep(
            type: .deliver, location: "P1", job: "P1:veg", arrival: at(917), service: at(917), departure: at(930),
            load: [:]),
          RouteStep(type: .end, location: "D1", arrival: at(940), service: at(940), departure: at(940), load: [:]),
        ])
    ])
    plan.summary.collected = 36
    plan.collections = [
      PlannedCollection(order: "O1", depot: "D1", good: "meal", packs: 36, from: at(660), by: at(765))
    ]
    var figures = HandOutFigures()
    figures.notServed = ["B02"]
    figures.lastServed = at(1100)
    plan.comparison = PlanComparison(distribution: DistributionComparison(plan: figures, byHand: figures))
    plan.certificates.roster = Certificate(
      levels: [
        CertifiedLevel(name: .minimum, objective: 0, bound: 0, floor: 0, boundEvidence: .search),
        CertifiedLevel(name: .target, objective: 9, bound: nil, floor: 0, boundEvidence: .none),
      ], solutionStatus: .feasible, stopReason: .iterationLimit, method: .exactAndHeuristic,
      breakdown: ["targetCover": 9])
    plan.certificates.carrying = Certificate(
      levels: [
        CertifiedLevel(name: .uncarried, objective: 36, bound: 0, floor: 0, boundEvidence: .search),
        CertifiedLevel(name: .effort, objective: 18_000, bound: 9000, floor: 0, boundEvidence: .search),
      ], solutionStatus: .feasible, stopReason: .iterationLimit, method: .heuristic,
      breakdown: ["uncarried": 36, "carryTime": 18_000])
    plan.audit.passed = true
    plan.audit.violations = [Violation(rule: .minimumRest, place: "C001", amount: 30, message: "")]
    plan.seal = sha256Hex(try plan.canonicalText())
    return plan
  }

  @Test("a plan with every field fits, and one with a field more, less or of another type does not")
  func planFits() throws {
    let schema = try Self.schema("plan")
    let text = try Self.plan().json()
    #expect(schema.problems(of: try JSONValue(text: text)) == [])
    let slips = [
      ("\"passed\" : true", "\"passed\" : 1"), ("\"desks\" : 2", "\"desks\" : 0"),
      ("\"mode\" : \"point\"", "\"mode\" : \"van\""), ("\"exposure\" : 0,", "\"exposure\" : 0, \"extra\" : 1,"),
      ("\"job\" : \"P1:veg\",", "\"job\" : 3,"), ("\"seed\" : 1,", ""), ("T08:00:00+08:00", "T08:00"),
      ("\"targetCover\" : 9", "\"coverTarget\" : 9"), ("lastmetre/plan/1", "lastmetre/plan/2"),
      ("\"crowd_over\" : 0", "\"crowd_over\" : -1"), ("\"by_hand\" :", "\"hand\" :"),
      ("\"objective\" : 9", "\"objective\" : 9.5"), ("\"id\" : \"R1\"", "\"id\" : \"X1\""),
      ("\"team\" : 1", "\"team\" : 0"), ("\"doors\" : 2", "\"doors\" : -2"),
      ("\"veg\" : 9", "\"veg\" : 0"), ("\"type\" : \"entrance\"", "\"type\" : \"gate\""),
      ("\"uncarried\" : 36", "\"notCarried\" : 36"),
    ]
    for (old, new) in slips {
      try #require(text.contains(old), "the plan has no \(old)")
      let value = try JSONValue(text: text.replacingOccurrences(of: old, with: new))
      #expect(schema.problems(of: value) != [], "\(old) → \(new)")
    }
  }

  @Test("bounds and run records fit theirs") func othersFit() throws {
    let seal = sha256Hex("plan")
    let bounds = BoundsFile(
      seal: seal, roster: [LevelMultipliers(level: 1, scale: 1_000_000, multipliers: ["minimumCover[a,b]": 3])])
    #expect(try Self.schema("bounds").problems(of: JSONValue(text: prettyJSON(bounds))) == [])
    let started = LocalMoment(Moment(seconds: 1_641_000_000), in: .utc)
    let run = RunRecord(seal: seal, started: started, milliseconds: .init(), peakMemoryKibibytes: 1)
    #expect(try Self.schema("run").problems(of: JSONValue(text: prettyJSON(run))) == [])
  }

  @Test("a plan is read back as it was written, and a spoilt one is refused with the field's path")
  func planReadsBack() throws {
    let folder = try TemporaryFolder()
    let plan = try Self.plan()
    let text = try plan.json()
    try writeAtomically([OutputFile(name: "plan.json", text: text)], into: folder.path)
    #expect(try readPlan(at: folder.path) == plan)
    #expect(try readPlan(at: folder.path + "/plan.json") == plan)
    let slips: [(String, String, ProblemCode, String)] = [
      ("\"desks\" : 2", "\"desks\" : \"2\"", .wrongField, "distribution.points[0].desks: has the wrong type"),
      ("\"seed\" : 1,", "", .wrongField, "run.seed: is missing"),
      ("\"mode\" : \"point\"", "\"mode\" : \"van\"", .wrongField, "distribution.batches[0].mode: has a value"),
      ("T08:00:00+08:00", "T08:61:00+08:00", .wrongField, "roster.duties[0].from: has a value"),
      ("lastmetre/plan/1", "lastmetre/plan/9", .unsupportedSchema, "lastmetre/plan/9"),
      ("\"metres\" : 3200", "\"metres\" : 32e99", .notJSON, "is not JSON"),
      ("}\n", "", .notJSON, "is not JSON"),
    ]
    for (old, new, code, begin) in slips {
      let spoilt = text.replacingOccurrences(of: old, with: new)
      try folder.write("plan.json", Array(spoilt.utf8))
      let error = #expect(throws: DistrictProblems.self) { try readPlan(at: folder.path) }
      #expect(error?.problems.first?.code == code, "\(old): \(String(describing: error))")
      #expect(
        error?.problems.first?.message(in: .english).contains(begin) == true,
        "\(String(describing: error?.lines(in: .english)))")
    }
    let absent = #expect(throws: DistrictProblems.self) { try readPlan(at: folder.path + "/other.json") }
    #expect(absent?.isMissingInput == true)
  }

  @Test("bytes flipped in a plan never bring its reader down") func planFuzz() throws {
    let folder = try TemporaryFolder()
    let bytes = Array(try Self.plan().json().utf8)
    var random = SeededRandom(seed: 99)
    for _ in 0..<300 {
      var spoilt = bytes
      for _ in 0...random.below(3) { spoilt[random.below(spoilt.count)] = UInt8(random.below(256)) }
      try folder.write("plan.json", spoilt)
      _ = try? readPlan(at: folder.path)
    }
  }

  @Test("the schema of the tables says what the reader knows, and the fixture fits it") func tables() throws {
    let generated = try tableSchemaText()
    let url = Self.folder.appendingPathComponent("district.schema.json")
    if ProcessInfo.processInfo.environment["LASTMETRE_UPDATE_SCHEMAS"] != nil {
      try Data(generated.utf8).write(to: url)
    }
    #expect(try String(contentsOf: url, encoding: .utf8) == generated)
    let schema = JSONSchema(try JSONValue(text: generated))
    var district: [String: JSONValue] = [:]
    for shape in Tables.all {
      let rows = EncodingTests.rows(try Fixture.text(shape.file))
      district[shape.name] = .array(
        rows.dropFirst().map { row in
          .object(Dictionary(uniqueKeysWithValues: zip(rows[0], row.map { JSONValue.string($0) })))
        })
    }
    #expect(schema.problems(of: .object(district)) == [])
    district["goods"] = .array([.object(["id": .string("no id"), "name": .string("x")])])
    #expect(schema.problems(of: .object(district)).count == 1)
  }
}

extension Identifier: ExpressibleByStringLiteral {
  public init(stringLiteral value: String) { self.init(value) }
  public typealias StringLiteralType = String
}
