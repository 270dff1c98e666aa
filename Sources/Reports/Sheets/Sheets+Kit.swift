import Districts
import Units

extension ReportContext {
  /// By site: what each duty's people are to have, who they are, and what comes when.
  func kitLists() -> [String] {
    let needs = Dictionary(grouping: district.kitNeeds(in: zone)) { $0.site }
    return district.sites.compactMap { site in
      needs[site.id].map { sheet(say("sheets.kit", ["site": site.name]), kitList($0) + kitArrivals(at: site)) }
    }
  }

  private func kitList(_ needs: [KitNeed]) -> String {
    let short = Dictionary(
      (plan.supply?.shares ?? []).map { ($0.line, $0.asked - $0.given) }, uniquingKeysWith: { first, _ in first })
    let duties = Dictionary(
      (plan.roster?.duties ?? []).map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    let byDuty = Dictionary(grouping: needs) { $0.duty }
    let order = needs.reduce(into: [DutyID]()) { if $0.last != $1.duty { $0.append($1.duty) } }
    let rows = order.map { id -> [String] in
      let own = byDuty[id] ?? []
      let packs = own.map { (good: district.goods[$0.good].id.text, count: $0.packs - (short[$0.id] ?? 0)) }
      let missing = own.map { (good: district.goods[$0.good].id.text, count: short[$0.id] ?? 0) }
      let duty = duties[id]
      return [
        own.first.map { zone.clockText($0.start) } ?? "", escaped(duty.map(postName) ?? id.description),
        grouped(own.first?.people ?? 0), escaped(duty.map { people($0.people.map(\.cadre)) } ?? "–"),
        escaped(packsText(packs)), escaped(packsText(missing)), "<span class=\"tick\"></span>",
      ]
    }
    let head = [
      "page.time", "page.post", "sheets.people", "sheets.names", "page.packs", "sheets.missing", "sheets.done",
    ]
    return table(head: head.map { escaped(say($0)) }, rows: rows, numeric: [2])
  }

  private func kitArrivals(at site: Site) -> String {
    let onHand = district.onHand.filter { $0.site == site.id }.map { (good: $0.good.text, count: $0.packs) }
    let arrivals = (plan.routes?.routes ?? []).flatMap { route in
      trips(route).flatMap(\.stops).filter { $0.step.location == PlaceID(site.id) }.map { (route, $0) }
    }.sorted { $0.1.step.arrival.moment < $1.1.step.arrival.moment }
    let rows = arrivals.map { route, stop in
      [
        clockSpan(stop.step.arrival, stop.step.departure), escaped(vehicleName(route.vehicle)),
        escaped(packsText(stop.packs)), "<span class=\"tick\"></span>",
      ]
    }
    let head = ["page.time", "sheets.vehicle", "page.packs", "sheets.done"]
    return element("p", "", escaped(say("sheets.on_hand", ["packs": packsText(onHand)])))
      + (rows.isEmpty
        ? ""
        : element("h3", "", escaped(say("sheets.arrivals")))
          + table(head: head.map { escaped(say($0)) }, rows: rows))
  }
}
