import Districts

/// A table in canonical form (docs/format.md §1): UTF-8, LF, comma, English headers in order, minimal quoting.
///
/// Only the columns that the file has are written; words become English, full-width digits plain, list separators
/// semicolons. The text must have been read without a problem. Canonical text comes back as the same bytes.
/// - Complexity: O(bytes).
func canonicalTable(_ text: [UInt8], _ shape: TableShape) -> [UInt8] {
  var result: [UInt8] = []
  result.reserveCapacity(text.count)
  text.withUnsafeBufferPointer { bytes in
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: FileLimit.fieldBytes) { scratch in
      var scanner = CSVScanner(bytes, separator: CSVScanner.separator(of: bytes))
      guard let header = readHeader(shape, &scanner, scratch, ProblemLog()) else { return }
      // The field of each column that the file has, in canonical order.
      let order = shape.columns.indices.compactMap { column in
        header.firstIndex(of: column).map { (column: shape.columns[column], field: $0) }
      }
      result += Array(order.map(\.column.name).joined(separator: ",").utf8) + [UInt8(ascii: "\n")]
      while scanner.next() == .row {
        for (index, entry) in order.enumerated() {
          if index > 0 { result.append(UInt8(ascii: ",")) }
          appendField(canonicalCell(scanner.cell(entry.field, scratch: scratch), entry.column.kind), to: &result)
        }
        result.append(UInt8(ascii: "\n"))
      }
    }
  }
  return result
}

/// Quoted where the text holds the separator or a quotation mark.
func appendField(_ text: String, separator: UInt8 = UInt8(ascii: ","), to result: inout [UInt8]) {
  let quote = UInt8(ascii: "\"")
  guard text.utf8.contains(where: { $0 == separator || $0 == quote }) else {
    result += text.utf8
    return
  }
  result.append(quote)
  for byte in text.utf8 {
    if byte == quote { result.append(quote) }
    result.append(byte)
  }
  result.append(quote)
}

/// What the cell says, in canonical form.
func canonicalCell(_ cell: Cell, _ kind: CellKind) -> String {
  if cell.isEmpty { return "" }
  switch kind {
  case .text: return cell.text
  case .id, .whole, .decimal, .time, .moment, .momentOrTime, .pinObject, .idOrAll: return cell.plainText
  case .yesNo: return ["yes", "true", "1", "是"].contains(cell.plainText.lowercased()) ? "yes" : "no"
  case .list: return entries(cell).joined(separator: ";")
  case .choice(let choices): return english(cell.plainText, choices)
  case .choices(let choices): return entries(cell).map { english($0, choices) }.joined(separator: ";")
  case .packs: return cell.plainText.lowercased().replacing("/户", with: "/household")
  case .days: return entries(cell).map(canonicalDay).joined(separator: ";")
  case .staff:
    return entries(cell).map { entry in
      let parts = entry.split(separator: ":").map { trimmed(String($0)) }
      return parts.count == 2 ? english(parts[0], CadreKind.choices) + ":" + parts[1] : entry
    }.joined(separator: ";")
  }
}

private func entries(_ cell: Cell) -> [String] {
  cell.plainText.split(separator: ";").map { trimmed(String($0)) }
}

private func english(_ written: String, _ choices: [Choice]) -> String {
  choices.first { $0.chinese == written || $0.name == written.lowercased() }?.name ?? written
}

private func canonicalDay(_ entry: String) -> String {
  switch entry {
  case "每天": return "*"
  case "工作日": return "workday"
  case "节假日": return "holiday"
  default: return DayPattern.weekday(entry).map { DayPattern.weekdayNames[$0 - 1] } ?? entry.lowercased()
  }
}

/// Rewrites every table of a district that is not canonical; district.yaml is never touched.
///
/// A district with any problem is left as it is. Returns the names of the files rewritten, or, without `writing`, of
/// those that would be.
public func formatDistrict(at folder: String, writing: Bool = true) throws(DistrictProblems) -> [String] {
  _ = try readDistrict(at: folder)
  var changed: [OutputFile] = []
  for shape in Tables.all {
    guard let bytes = try? fileBytes(folder + "/" + shape.file), let text = try? decoded(bytes).bytes else { continue }
    let canonical = canonicalTable(text, shape)
    if canonical != bytes { changed.append(OutputFile(name: shape.file, bytes: canonical)) }
  }
  if writing { try writeAtomically(changed, into: folder) }
  return changed.map(\.name)
}
