import Districts
import Units

extension ReportContext {
  /// What the page and the workbook are called.
  public var title: String {
    say("page.title", ["name": plan.district.name, "date": plan.district.date.description])
  }

  /// `plan.html`: one page, nothing fetched from anywhere, good on a screen, a phone and A4 paper.
  public func page() -> String {
    let sections = [
      tiles(), gapSection(), supplySection(), mapSection(), distributionSection(), carryingSection(),
      comparisonSection(), rosterSection(), routeSection(), purchaseSection(), collectionSection(),
      certificateSection(),
    ].joined(separator: "\n")
    let passed = plan.audit.passed
    let badge = element(
      "span", passed ? "class=\"badge\"" : "class=\"badge bad\"",
      escaped(say(passed ? "page.audit.passed" : "page.audit.failed")))
    let run = say(
      "page.run",
      [
        "seed": String(plan.run.seed), "method": plan.run.method, "digest": String(plan.district.digest.prefix(12)),
      ])
    let footer = say(
      "page.footer",
      ["version": plan.run.versions.lastmetre, "glpk": plan.run.versions.glpk, "seal": plan.seal])
    let header = element(
      "header", "",
      element("h1", "", escaped(title)) + badge + element("span", "class=\"soft\"", escaped(run)))
    return document(
      title, style: pageStyle, [header, sections, element("footer", "", escaped(footer))].joined(separator: "\n"))
  }

  /// A whole page of HTML, offline, around its content.
  func document(_ title: String, style: String, _ content: String) -> String {
    """
    <!doctype html>
    <html lang="\(language.rawValue)">
    <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>\(escaped(title))</title>
    <style>
    \(style)
    </style>
    </head>
    <body>
    <main>
    \(content)
    </main>\(content.contains("<noscript>") ? unfolding : "")
    </body>
    </html>

    """
  }

  /// A part of the page under its title. A long one is folded, and a browser takes it for mere text until it is opened,
  /// so that the page of a whole district opens as fast as that of a compound. Without scripts it is there at once.
  func section(_ title: String, _ content: String) -> String {
    let head = element("h2", "", escaped(title))
    guard content.utf8.count > Self.longestOpen else { return element("section", "", head + "\n" + content) }
    return element(
      "section", "",
      element("details", "", element("summary", "", head) + "\n" + element("noscript", "", content)))
  }

  /// Bytes of markup: a table of some 250 rows.
  static let longestOpen = 60_000

  private func tiles() -> String {
    let summary = plan.summary
    var tiles: [(String, String)] = []
    if plan.roster != nil {
      tiles.append((grouped(summary.onDuty), say("page.tile.people", ["people": grouped(summary.people)])))
      tiles.append((grouped(summary.seatsFilled), say("page.tile.seats", ["seats": grouped(summary.seats)])))
    }
    if plan.distribution != nil {
      tiles.append(
        (
          grouped(summary.householdsServed), say("page.tile.households", ["households": grouped(summary.households)])
        ))
      tiles.append((summary.lastServed.map(clock) ?? "–", say("page.tile.until")))
    }
    if plan.routes != nil {
      tiles.append((grouped(summary.routes), say("page.tile.routes", ["trips": grouped(summary.trips)])))
      tiles.append((kilometres(summary.metres), say("page.tile.km")))
    }
    tiles.append((grouped(summary.gaps), say("page.tile.gaps")))
    let markup = tiles.map {
      element("div", "class=\"tile\"", element("b", "", escaped($0.0)) + element("span", "", escaped($0.1)))
    }
    return element("div", "class=\"tiles\"", markup.joined())
  }

  private func gapSection() -> String {
    let gaps = allGaps
    guard !gaps.isEmpty else { return section(say("page.gaps"), element("p", "", escaped(say("page.gaps.none")))) }
    let rows = gaps.map { [$0.id, gapName($0), grouped($0.missing), reasons($0)].map(escaped) }
    return section(
      say("page.gaps"),
      table(
        head: ["", say("page.what"), say("page.missing"), say("page.reasons")].map(escaped), rows: rows, numeric: [2]))
  }

  private func certificateSection() -> String {
    var rows: [[String]] = []
    for (stage, certificate) in plan.certificates.staged {
      for (index, level) in certificate.levels.enumerated() {
        let head =
          index == 0 ? say("stage.\(stage)") + " · " + say("status.\(certificate.solutionStatus.rawValue)") : ""
        rows.append(
          [
            head, say("level.\(level.name.rawValue)"), grouped(level.objective), level.bound.map(grouped) ?? "–",
            percent(level.optimalityGap), say("evidence.\(level.boundEvidence.rawValue)"),
          ].map(escaped))
      }
    }
    let head = ["page.stage", "page.level", "page.objective", "page.bound", "page.gap", "page.evidence"]
    let levels = table(head: head.map { escaped(say($0)) }, rows: rows, numeric: [2, 3, 4])
    let breakdowns = plan.certificates.staged.map { stage, certificate in
      let rows = certificate.breakdown.sorted { $0.key < $1.key }.filter { $0.value != 0 }
        .map { [escaped(ruleName($0.key)), grouped($0.value)] }
      return element(
        "div", "",
        element("h3", "", escaped(say("stage.\(stage)") + " · " + say("page.breakdown")))
          + table(head: [say("page.rule"), say("page.amount")].map(escaped), rows: rows, numeric: [1]))
    }
    return section(
      say("page.certificates"),
      element("p", "class=\"soft\"", escaped(say("page.certificates.note"))) + levels
        + element("div", "class=\"columns\"", breakdowns.joined()))
  }
}

/// Makes a folded part of a page when it is opened for the first time.
private let unfolding = """

  <script>
  document.addEventListener("toggle", function (event) {
    var folded = event.target.querySelector(":scope > noscript");
    if (folded) folded.outerHTML = folded.textContent;
  }, true);
  </script>
  """
