import Districts
import Units

/// Takes known keys out of mappings and complains about all others.
final class YAMLReader {
  let cells: CellReader
  var log: ProblemLog { cells.log }

  init(file: String, log: ProblemLog) {
    cells = CellReader(file: file, log: log, calendar: LocalCalendar(nil))
  }

  func complain(
    _ code: ProblemCode, at mark: TextMark, _ path: String, _ values: [String: String] = [:], nearest: String? = nil
  ) {
    log.add(
      Problem(
        code, file: cells.file, line: mark.line, field: mark.column, column: path.isEmpty ? nil : path,
        values: values, nearest: nearest))
  }

  /// The values of a mapping by key; unknown keys are complained about. Nil where it is no mapping.
  func map(_ tree: YAMLTree, _ path: String, keys: [String]) -> [String: YAMLTree]? {
    guard let entries = entries(tree, path) else { return nil }
    var values: [String: YAMLTree] = [:]
    for entry in entries {
      if keys.contains(entry.key) {
        values[entry.key] = entry.value
      } else {
        complain(
          .unknownKey, at: entry.mark, path, ["value": entry.key], nearest: nearestName(to: entry.key, among: keys))
      }
    }
    return values
  }

  /// The entries of a mapping in their order; none where nothing is written.
  func entries(_ tree: YAMLTree, _ path: String) -> [YAMLEntry]? {
    switch tree {
    case .map(let entries, _): return entries
    case .nothing: return []
    default:
      complain(.wrongShape, at: tree.mark, path, ["shape": "@shape.map"])
      return nil
    }
  }

  func items(_ tree: YAMLTree?, _ path: String) -> [YAMLTree] {
    switch tree {
    case nil, .nothing: return []
    case .list(let items, _): return items
    case .some(let other):
      complain(.wrongShape, at: other.mark, path, ["shape": "@shape.list"])
      return []
    }
  }

  /// Reads one value with a reader of cells; nil where it is missing or wrong.
  func value<Result>(_ tree: YAMLTree?, _ path: String, _ read: (CellReader, Cell) -> Result?) -> Result? {
    switch tree {
    case nil, .nothing: return nil
    case .value(let text, let mark):
      (cells.line, cells.field, cells.column) = (mark.line, mark.column, path)
      return text.withCell { cell in
        if cell.isEmpty {
          cells.complain(.emptyValue)
          return nil
        }
        return read(cells, cell)
      }
    case .some(let other):
      complain(.wrongShape, at: other.mark, path, ["shape": "@shape.value"])
      return nil
    }
  }

  func whole(_ tree: YAMLTree?, _ path: String, _ range: ClosedRange<Int>, _ unit: Unit) -> Int? {
    value(tree, path) { $0.whole($1, in: range, unit) }
  }
  func text(_ tree: YAMLTree?, _ path: String) -> String? { value(tree, path) { $0.text($1) } }
  func time(_ tree: YAMLTree?, _ path: String) -> ClockTime? { value(tree, path) { $0.time($1) } }
  func date(_ tree: YAMLTree?, _ path: String) -> CalendarDate? { value(tree, path) { $0.date($1) } }
  func choice<Value: WrittenChoice>(_ tree: YAMLTree?, _ path: String, _ type: Value.Type) -> Value? {
    value(tree, path) { $0.choice($1, type) }
  }

  /// A key that must be there.
  func require(_ key: String, in values: [String: YAMLTree], _ path: String, _ mark: TextMark) {
    switch values[key] {
    case nil, .nothing: complain(.missingKey, at: mark, path, ["value": key])
    default: break
    }
  }
}
