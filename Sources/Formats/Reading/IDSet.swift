/// The ids of one table, or of several that share a purpose.
struct IDSet {
  /// The file that should hold the id, for the message.
  let file: String
  /// False where that file is there but could not be read: then nothing is known to be missing.
  let isReadable: Bool
  private var members: Set<String> = []
  private(set) var inOrder: [String] = []

  init<Row>(_ table: ReadTable<Row>, _ id: (Row) -> String) {
    file = table.file
    isReadable = !table.isUnreadable
    inOrder.reserveCapacity(table.rows.count)
    for row in table.rows {
      let id = id(row)
      if !id.isEmpty, members.insert(id).inserted { inOrder.append(id) }
    }
  }

  init(_ file: String, _ sets: [IDSet]) {
    self.file = file
    isReadable = sets.allSatisfy(\.isReadable)
    for set in sets {
      members.formUnion(set.members)
      inOrder += set.inOrder
    }
  }

  init(_ file: String, _ ids: [String], isReadable: Bool) {
    self.file = file
    self.isReadable = isReadable
    members = Set(ids)
    inOrder = ids
  }

  func contains(_ id: String) -> Bool { members.contains(id) }
}
