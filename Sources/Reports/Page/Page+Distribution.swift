import Districts
import Units

extension ReportContext {
  /// Points, then batches by building, then helpers.
  func distributionSection() -> String {
    guard let distribution = plan.distribution else { return "" }
    return section(say("page.distribution"), points(distribution) + batches(distribution) + helpers(distribution))
  }

  private func points(_ distribution: DistributionPlan) -> String {
    guard !distribution.points.isEmpty else { return "" }
    let rows = distribution.points.map { point in
      let served = distribution.batches.filter { $0.point == point.point }
      return [
        dot(point.point) + escaped(name(PlaceID(point.point))), escaped(clockSpan(point.openFrom, point.openTo)),
        String(point.desks), grouped(served.reduce(0) { $0 + $1.households }),
        grouped(served.reduce(0) { $0 + $1.packs }),
      ]
    }
    return element("h3", "", escaped(say("page.points")))
      + table(
        head: ["page.point", "page.time", "page.desks", "page.households", "page.packs"].map { escaped(say($0)) },
        rows: rows, numeric: [2, 3, 4])
  }

  private func batches(_ distribution: DistributionPlan) -> String {
    guard !distribution.batches.isEmpty else { return "" }
    let rows = distribution.batches.map { batch in
      [
        escaped(name(batch.building)), escaped(staircases(batch.staircases)),
        batch.point.map { dot($0) + escaped(name(PlaceID($0))) } ?? escaped(say("mode.\(batch.mode.rawValue)")),
        batch.from.flatMap { from in batch.to.map { escaped(clockSpan(from, $0)) } } ?? "–",
        grouped(batch.households), grouped(batch.packs),
      ]
    }
    let head = ["page.building", "page.staircases", "page.point", "page.time", "page.households", "page.packs"]
    return element("h3", "", escaped(say("page.distribution")))
      + table(head: head.map { escaped(say($0)) }, rows: rows, numeric: [4, 5])
  }

  private func helpers(_ distribution: DistributionPlan) -> String {
    guard !distribution.helpers.isEmpty else { return "" }
    let needs = Dictionary(district.needs.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    let rows = distribution.helpers.map { helper in
      let households = helper.needs.map { id in
        needs[id].map { [name($0.building), $0.door].compactMap { $0 }.joined(separator: " ") } ?? id.text
      }
      return [escaped(name(helper.cadre)), escaped(households.joined(separator: say("punctuation.list")))]
    }
    return element("h3", "", escaped(say("page.helpers")))
      + table(head: ["page.helper", "page.households"].map { escaped(say($0)) }, rows: rows)
  }

  /// `1–3、5`: runs of staircases drawn together.
  func staircases(_ numbers: [Int]) -> String {
    var runs: [ClosedRange<Int>] = []
    for number in numbers.sorted() {
      if let last = runs.last, last.upperBound + 1 == number {
        runs[runs.count - 1] = last.lowerBound...number
      } else {
        runs.append(number...number)
      }
    }
    return runs.map { $0.count == 1 ? "\($0.lowerBound)" : "\($0.lowerBound)–\($0.upperBound)" }
      .joined(separator: language == .chinese ? "、" : ", ")
  }

  func pointColour(_ point: PointID) -> String {
    colour(plan.distribution?.points.firstIndex { $0.point == point } ?? 9)
  }

  private func dot(_ point: PointID) -> String {
    "<svg viewBox=\"0 0 10 10\" style=\"display:inline;width:9px;height:9px\"><circle cx=\"5\" cy=\"5\" r=\"5\" "
      + "fill=\"\(pointColour(point))\"/></svg> "
  }
}
