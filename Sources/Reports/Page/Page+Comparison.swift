import Districts

extension ReportContext {
  /// The hand-out beside one planned by hand, with what each leaves out.
  func comparisonSection() -> String {
    guard let compared = plan.comparison?.distribution else { return "" }
    let head = [escaped(""), escaped(say("comparison.plan")), escaped(say("comparison.by_hand"))]
    let left = [("plan", compared.plan), ("by_hand", compared.byHand)].filter { !$0.1.notServed.isEmpty }
    let cannot = left.map { key, figures in
      let names = figures.notServed.map(name).joined(separator: say("punctuation.list"))
      return element(
        "p", "", escaped(say("comparison.cannot", ["plan": say("comparison.\(key)"), "buildings": names])))
    }
    return section(
      say("comparison.title"),
      element("p", "class=\"soft\"", escaped(say("comparison.note")))
        + table(head: head, rows: comparisonRows.map { $0.map(escaped) }, numeric: [1, 2]) + cannot.joined())
  }
}
