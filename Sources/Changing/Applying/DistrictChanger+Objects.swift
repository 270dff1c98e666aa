import Formats

extension ObjectKind {
  var table: DistrictTable {
    switch self {
    case .person: .cadres
    case .point: .points
    case .site: .sites
    case .depot: .depots
    case .vehicle: .vehicles
    case .compound: .compounds
    case .building: .buildings
    case .good: .goods
    }
  }
}

/// A thing that is there.
struct KnownObject {
  var kind: ObjectKind
  var id: String
}

extension DistrictChanger {
  /// What the name stands for, among `kinds`; nil, and a problem, where that is nothing, several things or another.
  mutating func find(_ name: ObjectName, among kinds: [ObjectKind]) -> KnownObject? {
    let meant = name.kind.map { [$0] } ?? ObjectKind.allCases
    let holding = meant.filter { sheet($0.table).values(of: "id").contains(name.id) }
    let fitting = holding.filter(kinds.contains)
    if let kind = fitting.first, fitting.count == 1 { return KnownObject(kind: kind, id: name.id) }
    let tables = kinds.map(\.table.file).joined(separator: ", ")
    if fitting.count > 1 {
      complain(
        .ambiguousObject,
        [
          "value": name.id, "files": fitting.map(\.table.file).joined(separator: ", "),
          "example": fitting.map { $0.rawValue + ":" + name.id }.joined(separator: ", "),
        ])
    } else if let kind = holding.first ?? name.kind.flatMap({ kinds.contains($0) ? nil : $0 }) {
      complain(.wrongObject, ["value": name.id, "file": kind.table.file, "files": tables])
    } else {
      let searched = name.kind.map { [$0] } ?? kinds
      complain(
        .unknownObject,
        ["value": name.id, "file": searched.map(\.table.file).joined(separator: ", ")],
        nearest: nearestName(to: name.id, among: searched.flatMap { sheet($0.table).values(of: "id") }))
    }
    return nil
  }

  /// Every id that a new row's must differ from.
  func usedIDs() -> Set<String> {
    Set(DistrictTable.allCases.filter { $0.keyColumns == ["id"] }.flatMap { sheet($0).values(of: "id") })
  }
}

/// Makes ids that nothing bears: `C017.1`, `C017.2` …
struct FreshIDs {
  private var used: Set<String>
  private var next: [String: Int] = [:]
  init(_ used: Set<String>) { self.used = used }

  mutating func id(like base: String) -> String {
    while true {
      let number = next[base, default: 1]
      next[base] = number + 1
      let ending = ".\(number)"
      let id = String(base.prefix(40 - ending.utf8.count)) + ending
      if used.insert(id).inserted { return id }
    }
  }
}
