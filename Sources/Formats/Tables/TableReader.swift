/// Reads UTF-8 text as the rows of `table`; everything wrong goes to `log`.
///
/// - Complexity: O(bytes).
func read<Row>(_ table: Table<Row>, text: [UInt8], log: ProblemLog, calendar: LocalCalendar) -> ReadTable<Row> {
  var result = ReadTable<Row>(file: table.file)
  result.exists = true
  let reader = CellReader(file: table.file, log: log, calendar: calendar)
  text.withUnsafeBufferPointer { bytes in
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: FileLimit.fieldBytes) { scratch in
      var scanner = CSVScanner(bytes, separator: CSVScanner.separator(of: bytes))
      guard let header = readHeader(table.shape, &scanner, scratch, log) else { return }
      for (field, column) in header.enumerated() {
        if let column { result.fields[table.columns[column].shape.name] = field + 1 }
      }
      while let line = scanner.next() {
        if result.rows.count == FileLimit.rows {
          log.add(Problem(.tooManyRows, file: table.file, line: scanner.line, values: ["most": "2000000"]))
          return
        }
        reader.line = scanner.line
        readRow(line, of: table, header: header, scanner, scratch, reader, into: &result)
      }
      if bytes.last != UInt8(ascii: "\n") {
        log.add(Problem(.noLineEnd, file: table.file, line: scanner.line))
      }
    }
  }
  return result
}

private func readRow<Row>(
  _ line: ScannedLine, of table: Table<Row>, header: [Int?], _ scanner: CSVScanner,
  _ scratch: UnsafeMutableBufferPointer<UInt8>, _ reader: CellReader, into result: inout ReadTable<Row>
) {
  let problemsBefore = reader.log.count
  var row = table.blank
  reader.column = ""
  switch line {
  case .blank:
    reader.log.add(Problem(.blankRow, file: table.file, line: scanner.line))
    return
  case .broken(let code, let field):
    reader.field = field
    reader.complain(code, ["most": String(code == .tooManyColumns ? FileLimit.columns : FileLimit.fieldBytes)])
  case .row where scanner.fields.count != header.count:
    reader.field = min(scanner.fields.count, header.count)
    reader.complain(.fieldCount, ["count": String(scanner.fields.count), "expected": String(header.count)])
  case .row:
    for field in header.indices {
      guard let index = header[field] else { continue }
      let cell = scanner.cell(field, scratch: scratch)
      reader.field = field + 1
      reader.column = table.columns[index].shape.name
      if !cell.isEmpty {
        table.columns[index].read(&row, cell, reader)
      } else if table.columns[index].shape.isRequired {
        reader.complain(.emptyValue)
      }
    }
  }
  if line != .row || scanner.fields.count != header.count, let first = header.firstIndex(of: 0),
    first < scanner.fields.count, Parse.isID(scanner.cell(first, scratch: scratch).bytes)
  {
    // The row's id still counts, or every mention of it would be called unknown.
    table.columns[0].read(&row, scanner.cell(first, scratch: scratch), reader)
  }
  if reader.log.count > problemsBefore { result.damaged.insert(result.rows.count) }
  result.rows.append(row)
  result.lines.append(Int32(scanner.line))
}

/// For each field of the header the index of its column, nil where unknown; nil where there is no header at all.
func readHeader(
  _ shape: TableShape, _ scanner: inout CSVScanner, _ scratch: UnsafeMutableBufferPointer<UInt8>, _ log: ProblemLog
) -> [Int?]? {
  guard let line = scanner.next(), line == .row else {
    log.add(Problem(.noHeader, file: shape.file, line: 1, values: ["expected": shape.headerExample]))
    return nil
  }
  var header: [Int?] = []
  var seen: Set<Int> = []
  for field in scanner.fields.indices {
    let name = scanner.cell(field, scratch: scratch).plainText
    let index = shape.columns.firstIndex { $0.name == name.lowercased() || $0.chinese == name }
    header.append(index)
    let place = { (code: ProblemCode, nearest: String?) in
      Problem(code, file: shape.file, line: 1, field: field + 1, values: ["value": name], nearest: nearest)
    }
    if let index {
      if !seen.insert(index).inserted { log.add(place(.repeatedColumn, nil)) }
    } else {
      let names = shape.columns.map(\.name) + shape.columns.map(\.chinese)
      log.add(place(.unknownColumn, nearestName(to: name, among: names)))
    }
  }
  if seen.isEmpty {
    log.add(Problem(.noHeader, file: shape.file, line: 1, values: ["expected": shape.headerExample]))
    return nil
  }
  for (index, column) in shape.columns.enumerated() where column.isRequired && !seen.contains(index) {
    log.add(
      Problem(
        .missingColumn, file: shape.file, line: 1, column: column.name,
        values: ["value": column.name, "chinese": column.chinese]))
  }
  return header
}

extension TableShape {
  /// The required columns as a header.
  var headerExample: String { columns.filter(\.isRequired).map(\.name).joined(separator: ",") }
}
