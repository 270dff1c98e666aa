import Foundation

/// A page that needs nothing else: means, all runs, and how far each was from the best known cost as time went on.
struct RoutingPage {
  let rows: [RoutingBenchRow]
  let means: [RoutingBenchMean]
  let machine: Machine
  let threads: Int
  let seeds: [UInt64]

  func text() -> String {
    let title = phrase("bench.page.title")
    return """
      <!doctype html>
      <html lang="\(Interface.language.rawValue)">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width">
      <title>\(title)</title>
      <style>\(Self.style)</style>
      </head>
      <body>
      <h1>\(title)</h1>
      <p>\(about())</p>
      \(table(RoutingBenchMean.columns(), means.map { $0.cells() }, left: 2))
      <p class="key">\(key())</p>
      <div class="curves">\(curves())</div>
      \(table(RoutingBenchRow.columns(), rows.map { $0.cells() }, left: 2))
      </body>
      </html>

      """
  }

  private static let style = """
    body { font: 15px/1.5 system-ui, sans-serif; margin: 2em auto; max-width: 72em; padding: 0 1em; color: #1c2024 }
    table { border-collapse: collapse; margin: 1.5em 0; font-variant-numeric: tabular-nums }
    th, td { padding: .15em .8em; border-bottom: 1px solid #d8dde3; text-align: right }
    th { font-weight: 600 } .left { text-align: left }
    .curves { display: grid; grid-template-columns: repeat(auto-fill, minmax(21em, 1fr)); gap: 1em }
    figure { margin: 0 } figcaption { font-weight: 600 } svg { width: 100%; height: auto }
    svg text { font-size: 10px; fill: #5a636d } .grid { stroke: #e3e7eb } .key span { margin-right: 1.5em }
    """

  /// Machine, versions, seeds, day.
  private func about() -> String {
    let day = ISO8601DateFormatter.string(
      from: Date(), timeZone: TimeZone(secondsFromGMT: 0) ?? .current, formatOptions: [.withFullDate])
    return escaped(
      phrase(
        "bench.page.about",
        [
          "processor": machine.processor, "cores": String(machine.cores),
          "memory": String(format: "%.1f", machine.memoryGigabytes), "system": machine.system,
          "threads": String(threads), "seeds": seeds.map { String($0) }.joined(separator: ", "),
          "solvers": solvers.joined(separator: ", "), "day": day,
        ]))
  }

  private func table(_ head: [String], _ lines: [[String]], left: Int) -> String {
    func line(_ cells: [String], _ tag: String) -> String {
      let shown = cells.enumerated().map { index, cell in
        "<\(tag)\(index < left ? " class=\"left\"" : "")>\(escaped(cell))</\(tag)>"
      }
      return "<tr>\(shown.joined())</tr>"
    }
    return "<table>\n\(line(head, "th"))\n\(lines.map { line($0, "td") }.joined(separator: "\n"))\n</table>"
  }

  private var solvers: [String] {
    var found: [String] = []
    for row in rows where !found.contains(row.solver) { found.append(row.solver) }
    return found
  }

  /// Told apart by those who see no red or no green, too (Okabe and Ito, 2008).
  private static let colours = ["#0072b2", "#d55e00", "#009e73", "#cc79a7"]

  private func colour(_ solver: String) -> String {
    Self.colours[(solvers.firstIndex(of: solver) ?? 0) % Self.colours.count]
  }

  private func key() -> String {
    solvers.map { "<span style=\"color:\(colour($0))\">▬ \(escaped($0))</span>" }.joined()
      + "<span>\(escaped(phrase("bench.page.axes")))</span>"
  }

  private func curves() -> String {
    var order: [String] = []
    var byInstance: [String: [RoutingBenchRow]] = [:]
    for row in rows where row.bestKnown != nil && row.bestKnownRoutes == nil && row.boundGap == nil {
      let name = "\(row.group)/\(row.instance)"
      if byInstance[name] == nil { order.append(name) }
      byInstance[name, default: []].append(row)
    }
    return order.map { name in
      let chart = GapChart(runs: (byInstance[name] ?? []).map { ($0, colour($0.solver)) })
      return "<figure><figcaption>\(escaped(name))</figcaption>\(chart.svg())</figure>"
    }.joined(separator: "\n")
  }
}

/// A run a line: seconds to the right, each ten times as many as the one before; the gap upwards.
private struct GapChart {
  let runs: [(row: RoutingBenchRow, colour: String)]
  private let width = 320.0
  private let height = 170.0
  private let margin = 34.0
  private let first = 0.1

  /// The highest gap shown: 1, 2, 5, 10 … %; what is above is cut off.
  private var top: Double {
    let late = runs.compactMap { run in gap(run.row.trace.first { $0.seconds >= 1 }?.cost, run.row) }
    let most = late.max() ?? 0.01
    return [0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5].first { $0 >= most } ?? 1
  }

  private var last: Double { max(10, runs.map { $0.row.timeLimit ?? $0.row.seconds }.max() ?? 10) }

  private func gap(_ cost: Int?, _ row: RoutingBenchRow) -> Double? {
    guard let cost, let best = row.bestKnown else { return nil }
    return Double(cost - best) / Double(max(1, best))
  }

  private func x(_ seconds: Double) -> Double {
    margin + (width - margin - 4) * log(max(first, seconds) / first) / log(last / first)
  }

  private func y(_ gap: Double) -> Double { 6 + (height - 24) * (1 - min(max(gap, 0), top) / top) }

  func svg() -> String {
    var parts: [String] = []
    for step in 0...2 {
      let level = top * Double(step) / 2
      parts.append(
        "<line class=\"grid\" x1=\"\(margin)\" x2=\"\(width)\" y1=\"\(at(y(level)))\" y2=\"\(at(y(level)))\"/>")
      parts.append("<text x=\"0\" y=\"\(at(y(level) + 3))\">\(percentage(level))</text>")
    }
    for seconds in [0.1, 1, 10, 100, 1000] where seconds <= last {
      let place = min(x(seconds), width - 16)
      parts.append(
        "<text text-anchor=\"middle\" x=\"\(at(place))\" y=\"\(at(height - 2))\">"
          + "\(String(format: "%g s", seconds))</text>")
    }
    for run in runs {
      if let line = line(run.row) {
        parts.append("<path fill=\"none\" stroke=\"\(run.colour)\" stroke-width=\"1.3\" d=\"\(line)\"/>")
      }
    }
    return "<svg viewBox=\"0 0 \(at(width)) \(at(height))\" role=\"img\">\(parts.joined())</svg>"
  }

  /// A staircase: a plan is the best until a better one is found.
  private func line(_ row: RoutingBenchRow) -> String? {
    let steps = row.trace.filter { $0.missing == nil }
    guard let begin = steps.first, let high = gap(begin.cost, row) else { return nil }
    var path = "M\(at(x(begin.seconds))) \(at(y(high)))"
    for step in steps.dropFirst() {
      guard let gap = gap(step.cost, row) else { continue }
      path += "H\(at(x(step.seconds)))V\(at(y(gap)))"
    }
    return path + "H\(at(x(min(last, row.seconds))))"
  }

  private func at(_ value: Double) -> String { String(format: "%.1f", value) }
  private func percentage(_ share: Double) -> String { String(format: "%g %%", share * 100) }
}

private func escaped(_ text: String) -> String {
  text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
}
