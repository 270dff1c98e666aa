import Districts

/// The data of a district's distribution for `Models/points.mod` and `Models/key-households.mod`, in MathProg's notation.
///
/// Written from the tables by hand-readable names, not from the search's problem: what is small, whole and named there
/// is small, whole and named here.
public struct MathProgData: Sendable {
  private let planner: DistributionPlanner

  public init(_ planner: DistributionPlanner) { self.planner = planner }

  /// Data for one level: 1 unserved, 2 effort, 3 preference; optima of the levels before are held.
  public func distribution(level: Int, unserved: Int = 0, effort: Int = 0) -> String {
    let district = planner.district
    let choices = planner.choices
    let buildings = district.buildings.indices.filter {
      choices.modes[$0] == .point && district.buildings[$0].households > 0
    }
    let points = district.points.indices.filter { choices.hours[$0].count > 0 }
    let usable = buildings.map { building in choices.usable[building].filter(points.contains) }
    var lines = ["data;", "param level := \(level);"]
    if level > 1 { lines.append("param unserved_most := \(unserved);") }
    if level > 2 { lines.append("param effort_most := \(effort);") }
    func name(_ building: Int) -> String { quoted(district.buildings[building].id.text) }
    func place(_ point: Int) -> String { quoted(district.points[point].id.text) }
    lines.append(set("BUILDINGS", buildings.map(name)))
    lines.append(set("POINTS", points.map(place)))
    var pairs: [String] = []
    var walks: [String] = []
    for (building, own) in zip(buildings, usable) {
      for point in own {
        pairs.append("(\(name(building)),\(place(point)))")
        walks.append("[\(name(building)),\(place(point))] \(choices.walkingEffort(building, point))")
      }
    }
    lines.append(set("USABLE", pairs))
    lines.append(
      param("staircases", buildings.map { "\(name($0)) \(district.buildings[$0].staircaseHouseholds.count)" }))
    lines.append(
      param(
        "stair_households",
        buildings.flatMap { building in
          district.buildings[building].staircaseHouseholds.enumerated().map { stair, size in
            "[\(name(building)),\(stair + 1)] \(size)"
          }
        }))
    lines.append(param("slots", points.map { "\(place($0)) \(choices.hours[$0].count)" }))
    lines.append(param("desks", points.map { "\(place($0)) \(max(1, district.points[$0].desks))" }))
    for (key, value) in [
      ("capacity", { PointChoices.slotCapacity(district.points[$0], desks: $1, slot: district.distribution.slot) }),
      ("open_cost", { staffPrice(district.points[$0], $1) * openSeconds(district.points[$0]) }),
      ("slot_cost", { staffPrice(district.points[$0], $1) * district.distribution.slot.seconds.rawValue }),
    ] as [(String, (Int, Int) -> Int)] {
      lines.append(
        param(
          key,
          points.flatMap { point in
            (1...max(1, district.points[point].desks)).map { "[\(place(point)),\($0)] \(value(point, $0))" }
          }))
    }
    lines.append(param("walk", walks))
    lines += pinLines()
    return (lines + ["end;", ""]).joined(separator: "\n")
  }

  /// Pins that hold, and preferences that some plan may meet; the others are gaps or a constant, not part of the model.
  private func pinLines() -> [String] {
    let district = planner.district
    func triples(_ claims: [BatchPins.Claim]) -> [String] {
      claims.map { claim in
        let building = quoted(district.buildings[claim.building].id.text)
        let point = quoted(district.points[claim.point].id.text)
        return "(\(building),\(point),\(claim.slot.map { $0 + 1 } ?? 0))"
      }
    }
    return [
      set("MUST", triples(planner.pins.held.filter(\.must))),
      set("MUST_NOT", triples(planner.pins.held.filter { !$0.must })),
      set("PREFER", triples(planner.pins.preferred.filter(\.must))),
      set("PREFER_NOT", triples(planner.pins.preferred.filter { !$0.must })),
    ]
  }

  /// Data of the helpers for level 1 (unserved) or 2 (effort with unserved held).
  public func helpers(level: Int, unserved: Int = 0) -> String {
    let problem = planner.helpers
    let district = planner.district
    let people = problem.people.map { quoted(district.cadres[$0].id.text) }
    let needs = problem.needs.map { quoted(district.needs[$0].id.text) }
    var lines = ["data;", "param level := \(level);"]
    if level > 1 { lines.append("param unserved_most := \(unserved);") }
    lines.append(set("PEOPLE", people))
    lines.append(set("NEEDS", needs))
    lines.append("param least := \(problem.least);")
    lines.append("param most := \(problem.most);")
    lines.append(param("weight", needs.indices.map { "\(needs[$0]) \(problem.weights[$0])" }))
    lines.append(
      param(
        "cost",
        people.indices.flatMap { person in
          needs.indices.map { "[\(people[person]),\(needs[$0])] \(problem.cost(person, $0))" }
        }))
    return (lines + ["end;", ""]).joined(separator: "\n")
  }
}

private func staffPrice(_ point: DistributionPoint, _ desks: Int) -> Int {
  let staff = point.staff.reduce(0) { $0 + $1.count } * (point.staffPer == .desk ? desks : 1)
  return PointChoices.effortPerStaffSecond * staff
}

private func openSeconds(_ point: DistributionPoint) -> Int { (point.setup + point.cleanup).seconds.rawValue }

/// Ids hold letters, digits, `_`, `.` and `-` only; quotes keep those that look like numbers from being read as such.
private func quoted(_ id: String) -> String { "'\(id)'" }

private func set(_ name: String, _ members: [String]) -> String { "set \(name) := \(members.joined(separator: " "));" }

private func param(_ name: String, _ values: [String]) -> String {
  "param \(name) := \(values.joined(separator: " "));"
}
