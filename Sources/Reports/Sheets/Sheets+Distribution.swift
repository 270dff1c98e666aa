import Districts
import Units
import Wording

extension ReportContext {
  /// By point: who serves, what arrives when, which buildings come when.
  func pointSheets() -> [String] {
    guard let distribution = plan.distribution else { return [] }
    return distribution.points.map { point in
      let place = PlaceID(point.point)
      let staff = onDuty("sheets.staff", pointDuty(place)) + onDuty("sheets.sorters", sortingDuty(place))
      let arrivals = (plan.routes?.routes ?? []).flatMap { route in
        trips(route).flatMap(\.stops).filter { $0.step.location == place }.map { (route, $0) }
      }.sorted { $0.1.step.arrival.moment < $1.1.step.arrival.moment }
      let goods = arrivals.map { route, stop in
        [
          clockSpan(stop.step.arrival, stop.step.departure), escaped(vehicleName(route.vehicle)),
          escaped(packsText(stop.packs)), "<span class=\"tick\"></span>",
        ]
      }
      let called = distribution.batches.filter { $0.point == point.point }
        .sorted { ($0.from?.moment.seconds ?? 0) < ($1.from?.moment.seconds ?? 0) }
      let calls = called.map { batch in
        [
          batch.from.flatMap { from in batch.to.map { clockSpan(from, $0) } } ?? "–",
          escaped(name(batch.building)), escaped(staircases(batch.staircases)), grouped(batch.households),
          grouped(batch.packs), "<span class=\"tick\"></span>",
        ]
      }
      let headOfCalls = [
        "page.time", "page.building", "page.staircases", "page.households", "page.packs", "sheets.done",
      ]
      return sheet(
        say("sheets.point", ["point": name(place), "time": clockSpan(point.openFrom, point.openTo)]),
        staff + element("h3", "", escaped(say("sheets.arrivals")))
          + table(
            head: ["page.time", "sheets.vehicle", "page.packs", "sheets.done"].map { escaped(say($0)) }, rows: goods)
          + cartLoads(at: place) + element("h3", "", escaped(say("sheets.calls")))
          + table(head: headOfCalls.map { escaped(say($0)) }, rows: calls, numeric: [3, 4]))
    }
  }

  private func onDuty(_ key: String, _ duty: PlannedDuty?) -> String {
    guard let duty else { return "" }
    let values = ["time": clockSpan(duty.from, duty.to), "people": people(duty.people.map(\.cadre))]
    return element("p", "", escaped(say(key, values)))
  }

  /// Slips to hang up in the buildings.
  func buildingSlips() -> [String] {
    guard let distribution = plan.distribution, !distribution.batches.isEmpty else { return [] }
    let slips = distribution.batches.map { batch in
      element(
        "div", "class=\"slip\"",
        element("b", "", escaped(name(batch.building)))
          + Language.allCases.map { element("p", "", escaped(notice(batch, in: $0))) }.joined())
    }
    return [sheet(say("sheets.slips"), element("div", "class=\"slips\"", slips.joined()))]
  }
}
