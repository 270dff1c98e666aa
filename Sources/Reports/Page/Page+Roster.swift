import Districts
import Units

extension ReportContext {
  /// By site: a timeline a service day, then who serves where.
  func rosterSection() -> String {
    guard let roster = plan.roster, !roster.duties.isEmpty else { return "" }
    let days = dutiesByDay()
    let timelines = days.map { day, duties in
      section(say("page.timeline", ["date": day.description]), timeline(duties, on: day))
    }
    return timelines.joined(separator: "\n") + "\n"
      + section(say("page.roster"), siteTables(roster.duties, days.count > 1))
  }

  private func siteTables(_ duties: [PlannedDuty], _ severalDays: Bool) -> String {
    let bySite = Dictionary(grouping: duties, by: \.site)
    var order: [PlaceID] = []
    var seen: Set<PlaceID> = []
    for duty in duties where seen.insert(duty.site).inserted { order.append(duty.site) }
    let tables = order.map { site in
      let rows = (bySite[site] ?? []).map { duty in
        [
          escaped((severalDays ? serviceDay(duty.from).description + " " : "") + clockSpan(duty.from, duty.to)),
          escaped(postName(duty)), peopleMarkup(duty), filledMarkup(duty),
        ]
      }
      return element(
        "div", "",
        element("h3", "", escaped(name(site)))
          + table(
            head: [say("page.time"), say("page.post"), say("page.people"), say("page.filled")].map(escaped),
            rows: rows, numeric: [3]))
    }
    return element("div", "class=\"columns\"", tables.joined(separator: "\n"))
  }

  private func peopleMarkup(_ duty: PlannedDuty) -> String {
    duty.people.map { person in
      let text = escaped(name(person.cadre))
      return person.lead
        ? element("span", "class=\"lead\" title=\"\(escaped(say("word.lead")))\"", "★" + text) : text
    }.joined(separator: language == .chinese ? "、" : ", ")
  }

  private func filledMarkup(_ duty: PlannedDuty) -> String {
    let target = duty.seats.reduce(0) { $0 + $1.target }
    let text = "\(duty.people.count)/\(target)"
    return isShort(duty) ? element("span", "class=\"open\"", text) : text
  }

  private func isShort(_ duty: PlannedDuty) -> Bool {
    duty.seats.contains { seat in duty.people.count(where: { $0.seat == seat.seat }) < seat.target }
  }

  /// One line a post (more where its duties overlap), one bar a duty, from the first start to the last end.
  private func timeline(_ duties: [PlannedDuty], on day: CalendarDate) -> String {
    guard let first = duties.map(\.from.moment).min(), let last = duties.map(\.to.moment).max() else { return "" }
    let start = first.seconds.dividedRoundingDown(by: 3600) * 3600
    let end = max(start + 3600, last.seconds.dividedRoundingUp(by: 3600) * 3600)
    let lanes = timelineLanes(duties)
    let left = 250.0
    let width = 1040.0
    let rowHeight = 20.0
    let scale = (width - left - 10) / Double(end - start)
    let height = Double(lanes.count) * rowHeight + 26
    func x(_ seconds: Int) -> Double { left + Double(seconds - start) * scale }
    var marks = ""
    let step = end - start > 16 * 3600 ? 2 * 3600 : 3600
    for tick in stride(from: start, through: end, by: step) {
      marks +=
        "<line x1=\"\(svgNumber(x(tick)))\" x2=\"\(svgNumber(x(tick)))\" y1=\"18\" y2=\"\(svgNumber(height))\" stroke=\"#e3e7ec\"/>"
      marks +=
        "<text class=\"soft\" x=\"\(svgNumber(x(tick)))\" y=\"12\" text-anchor=\"middle\">\(zone.clockText(Moment(seconds: tick)))</text>"
    }
    for (index, lane) in lanes.enumerated() {
      let y = 20 + Double(index) * rowHeight
      marks += "<text x=\"0\" y=\"\(svgNumber(y + 13))\">\(escaped(clipped(lane.label, to: 24)))</text>"
      for duty in lane.duties { marks += bar(duty, x: x, y: y, height: rowHeight - 4) }
    }
    return "<svg viewBox=\"0 0 \(svgNumber(width)) \(svgNumber(height))\" role=\"img\">\(marks)</svg>"
  }

  private func bar(_ duty: PlannedDuty, x: (Int) -> Double, y: Double, height: Double) -> String {
    let from = x(duty.from.moment.seconds)
    let to = x(duty.to.moment.seconds)
    let target = duty.seats.reduce(0) { $0 + $1.target }
    let names = duty.people.map { name($0.cadre) }.joined(separator: " ")
    let fill = isShort(duty) ? "#f0b79e" : "#a9d3bf"
    let label = "\(duty.people.count)/\(target)"
    return "<g><title>\(escaped(clockSpan(duty.from, duty.to) + " " + names))</title>"
      + "<rect x=\"\(svgNumber(from))\" y=\"\(svgNumber(y))\" width=\"\(svgNumber(max(2, to - from - 1)))\" "
      + "height=\"\(svgNumber(height))\" rx=\"3\" fill=\"\(fill)\"/>"
      + "<text x=\"\(svgNumber((from + to) / 2))\" y=\"\(svgNumber(y + 12))\" text-anchor=\"middle\">\(label)</text></g>"
  }

  /// Posts in the order of their sites' first duty; overlapping duties of a post go to further lanes.
  private func timelineLanes(_ duties: [PlannedDuty]) -> [(label: String, duties: [PlannedDuty])] {
    var keys: [String] = []
    var byPost: [String: [PlannedDuty]] = [:]
    let siteOrder = duties.map(\.site)
    var rank: [PlaceID: Int] = [:]
    for site in siteOrder where rank[site] == nil { rank[site] = rank.count }
    for duty in duties {
      let key = "\(duty.site.text)/\(duty.post)"
      if byPost[key] == nil { keys.append(key) }
      byPost[key, default: []].append(duty)
    }
    keys.sort { a, b in
      (rank[byPost[a]?.first?.site ?? PlaceID("")] ?? 0, a) < (rank[byPost[b]?.first?.site ?? PlaceID("")] ?? 0, b)
    }
    var lanes: [(label: String, duties: [PlannedDuty])] = []
    for key in keys {
      let posted = byPost[key] ?? []
      guard let first = posted.first else { continue }
      let base = lanes.count
      for duty in posted {
        let lane = lanes.indices.dropFirst(base).first { lane in
          lanes[lane].duties.allSatisfy { $0.to.moment <= duty.from.moment || duty.to.moment <= $0.from.moment }
        }
        if let lane {
          lanes[lane].duties.append(duty)
        } else {
          let label = lanes.count == base ? "\(name(first.site)) · \(laneName(first))" : ""
          lanes.append((label, [duty]))
        }
      }
    }
    return lanes
  }

  private func clipped(_ text: String, to width: Int) -> String {
    // A Chinese character takes about the room of two Latin ones.
    var used = 0
    var result = ""
    for character in text {
      used += character.unicodeScalars.contains { $0.value > 0x2E7F } ? 2 : 1
      if used > width * 2 - 1 { return result + "…" }
      result.append(character)
    }
    return result
  }
}
