import Units

extension Column {
  init(
    _ name: String, _ chinese: String, _ kind: CellKind, _ isRequired: Bool,
    _ read: @escaping @Sendable (inout Row, Cell, CellReader) -> Void
  ) {
    shape = ColumnShape(name: name, chinese: chinese, kind: kind, isRequired: isRequired)
    self.read = read
  }

  static func id(
    _ name: String, _ chinese: String, required: Bool = false,
    _ set: @escaping @Sendable (inout Row, String) -> Void
  ) -> Column {
    Column(name, chinese, .id, required) { row, cell, reader in
      if let value = reader.id(cell) { set(&row, value) }
    }
  }
  static func text(
    _ name: String, _ chinese: String, required: Bool = false,
    _ set: @escaping @Sendable (inout Row, String) -> Void
  ) -> Column {
    Column(name, chinese, .text, required) { row, cell, reader in
      if let value = reader.text(cell) { set(&row, value) }
    }
  }
  static func whole(
    _ name: String, _ chinese: String, _ range: ClosedRange<Int>, _ unit: Unit, required: Bool = false,
    _ set: @escaping @Sendable (inout Row, Int) -> Void
  ) -> Column {
    Column(name, chinese, .whole(range, unit), required) { row, cell, reader in
      if let value = reader.whole(cell, in: range, unit) { set(&row, value) }
    }
  }
  static func decimal(
    _ name: String, _ chinese: String, _ range: ClosedRange<Double>, required: Bool = false,
    _ set: @escaping @Sendable (inout Row, Double) -> Void
  ) -> Column {
    Column(name, chinese, .decimal(range), required) { row, cell, reader in
      if let value = reader.decimal(cell, in: range) { set(&row, value) }
    }
  }
  static func yesNo(
    _ name: String, _ chinese: String, _ set: @escaping @Sendable (inout Row, Bool) -> Void
  ) -> Column {
    Column(name, chinese, .yesNo, false) { row, cell, reader in
      if let value = reader.yesNo(cell) { set(&row, value) }
    }
  }
  static func list(
    _ name: String, _ chinese: String, _ set: @escaping @Sendable (inout Row, [String]) -> Void
  ) -> Column {
    Column(name, chinese, .list, false) { row, cell, reader in
      if let value = reader.list(cell) { set(&row, value) }
    }
  }
  static func choice<Value: WrittenChoice>(
    _ name: String, _ chinese: String, _ type: Value.Type, required: Bool = false,
    _ set: @escaping @Sendable (inout Row, Value) -> Void
  ) -> Column {
    Column(name, chinese, .choice(Value.choices), required) { row, cell, reader in
      if let value = reader.choice(cell, type) { set(&row, value) }
    }
  }
  static func choices<Value: WrittenChoice>(
    _ name: String, _ chinese: String, _ type: Value.Type,
    _ set: @escaping @Sendable (inout Row, [Value]) -> Void
  ) -> Column {
    Column(name, chinese, .choices(Value.choices), false) { row, cell, reader in
      if let value = reader.choices(cell, type) { set(&row, value) }
    }
  }
  static func time(
    _ name: String, _ chinese: String, required: Bool = false,
    _ set: @escaping @Sendable (inout Row, ClockTime) -> Void
  ) -> Column {
    Column(name, chinese, .time, required) { row, cell, reader in
      if let value = reader.time(cell) { set(&row, value) }
    }
  }
  static func moment(
    _ name: String, _ chinese: String, required: Bool = false,
    _ set: @escaping @Sendable (inout Row, Moment) -> Void
  ) -> Column {
    Column(name, chinese, .moment, required) { row, cell, reader in
      if let value = reader.moment(cell) { set(&row, value) }
    }
  }
}
