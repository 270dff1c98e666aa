/// Text that may stand between tags and inside quoted attributes.
func escaped(_ text: String) -> String {
  var result = ""
  result.reserveCapacity(text.utf8.count)
  for character in text.unicodeScalars {
    switch character {
    case "&": result += "&amp;"
    case "<": result += "&lt;"
    case ">": result += "&gt;"
    case "\"": result += "&quot;"
    case "'": result += "&#39;"
    default: result.unicodeScalars.append(character)
    }
  }
  return result
}

/// `<tag attributes>…</tag>`; the content is markup, the caller has escaped its text.
func element(_ tag: String, _ attributes: String = "", _ content: String) -> String {
  "<\(tag)\(attributes.isEmpty ? "" : " " + attributes)>\(content)</\(tag)>"
}

/// A table from markup cells; columns named in `numeric` are set flush right.
func table(head: [String], rows: [[String]], numeric: Set<Int> = [], style: String = "") -> String {
  func cells(_ tag: String, _ row: [String]) -> String {
    row.enumerated().map { element(tag, numeric.contains($0.offset) ? "class=\"n\"" : "", $0.element) }.joined()
  }
  let body = rows.map { element("tr", "", cells("td", $0)) }.joined(separator: "\n")
  return element(
    "table", style.isEmpty ? "" : "class=\"\(style)\"",
    element("thead", "", element("tr", "", cells("th", head))) + element("tbody", "", body))
}

/// A number in SVG: at most two decimals, no exponent, so that pages are the same bytes everywhere.
func svgNumber(_ value: Double) -> String {
  guard value.isFinite else { return "0" }
  let hundredths = Int((min(max(value, -1e9), 1e9) * 100).rounded())
  let size = abs(hundredths)
  let fraction = size % 100 == 0 ? "" : "." + (size % 100 < 10 ? "0" : "") + String(size % 100)
  return (hundredths < 0 ? "-" : "") + String(size / 100) + fraction
}
