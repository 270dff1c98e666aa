import Districts
import Units

extension ReportContext {
  /// By team with a cart: when to meet, then step by step what to load and where to leave it.
  func cartLists() -> [String] {
    cartTeams.enumerated().map { number, team in
      let rows = team.steps.enumerated().map { index, step -> [String] in
        let span = told(step.service, step.departure)
        return [
          clockSpan(span.from, span.to), escaped(name(step.location)), work(step, team: number, index: index),
          "<span class=\"tick\"></span>",
        ]
      }
      let head = ["page.time", "page.place", "carts.work", "sheets.done"].map { escaped(say($0)) }
      return sheet(
        say("carts.title", ["team": teamName(team)]), cartHead(team) + table(head: head, rows: rows) + countNote(team))
    }
  }

  /// When and where the team meets, when it is out, and who it is.
  private func cartHead(_ team: CarryTeam) -> String {
    let duty = teamDuty(team)
    let times = say(
      "carts.times", ["meeting": clock(duty?.from ?? meeting(team)), "time": clockSpan(team.from, team.to)])
    let crew = duty.map { say("carts.people", ["people": people($0.people.map(\.cadre))]) }
    return [times, crew].compactMap { $0 }.map { element("p", "", escaped($0)) }.joined()
  }

  /// What to do at a step; at doors also which, and how high.
  private func work(_ step: CarryStep, team: Int, index: Int) -> String {
    let isVisit = step.type == .doors && step.packs.isEmpty
    let text = say(
      isVisit ? "carts.visit" : "carts.\(step.type.rawValue)",
      ["packs": packsText(packs(step)), "doors": grouped(step.doors)])
    guard step.type == .doors else { return escaped(text) }
    let doors = doorsText(step, team: team, index: index)
    let lines = [escaped(text), doors.isEmpty ? "" : element("b", "", escaped(doors)), climb(step.location)]
    return lines.filter { !$0.isEmpty }.joined(separator: "<br/>")
  }

  /// Floors and lift of a building; nothing where there is nothing to climb or nobody knows.
  private func climb(_ place: PlaceID) -> String {
    guard let building = buildingsByID[BuildingID(place.text)], building.floors ?? 2 > 1 else { return "" }
    let floors = building.floors.map { escaped(say("carts.floors", ["floors": String($0)])) }
    if !building.lift {
      let noLift = element("b", "class=\"open\"", escaped(say("carts.no_lift")))
      return [floors, noLift].compactMap { $0 }.joined(separator: escaped(say("punctuation.comma")))
    }
    return floors.map { $0 + escaped(say("punctuation.comma") + say("carts.lift")) } ?? ""
  }

  /// How the households of a building are counted, where a team has a part of one.
  private func countNote(_ team: CarryTeam) -> String {
    let isPart = team.steps.contains { step in
      let id = BuildingID(step.location.text)
      return step.type == .doors && carryVisits.wholeBuildings.contains(id)
        && step.doors < buildingsByID[id]?.households.rawValue ?? 0
    }
    return isPart ? element("p", "class=\"soft\"", escaped(say("carts.count"))) : ""
  }

  /// What carts take away from a point; nothing where none comes.
  func cartLoads(at place: PlaceID) -> String {
    let loads = cartTeams.flatMap { team in
      team.steps.filter { $0.type == .load && $0.location == place }.map { (team: team, step: $0) }
    }.sorted { $0.step.service.moment < $1.step.service.moment }
    guard !loads.isEmpty else { return "" }
    let rows = loads.map { load -> [String] in
      let span = told(load.step.service, load.step.departure)
      return [
        clockSpan(span.from, span.to), escaped(teamName(load.team)), escaped(packsText(packs(load.step))),
        "<span class=\"tick\"></span>",
      ]
    }
    let head = ["page.time", "page.team", "page.packs", "sheets.done"].map { escaped(say($0)) }
    return element("h3", "", escaped(say("carts.loads"))) + table(head: head, rows: rows)
  }
}
