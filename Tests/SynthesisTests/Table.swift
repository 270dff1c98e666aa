import Synthesis

/// A drawn table, read naively: drawn cells hold no commas.
struct Table {
  let columns: [String]
  let rows: [[String]]

  init(_ name: String, of files: [DistrictFile]) {
    let text = files.first { $0.name == name + ".csv" }?.text ?? ""
    let lines = text.split(separator: "\n").map {
      $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
    columns = lines.first ?? []
    rows = Array(lines.dropFirst())
  }

  subscript(_ column: String) -> [String] {
    columns.firstIndex(of: column).map { index in rows.map { $0[index] } } ?? []
  }
  func numbers(_ column: String) -> [Int] { self[column].compactMap { Int($0) } }
}
