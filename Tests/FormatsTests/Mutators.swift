import Districts
import Units

@testable import Formats

/// Ways to spoil the fixture, or to change it into another good district. Each draws its details from the seed.
enum Mutators {
  typealias Mutator = @Sendable (inout SeededRandom) -> Mutant
  static let tables = Fixture.files.keys.sorted().filter { $0.hasSuffix(".csv") }

  static let all: [Mutator] = files + bytes + cells + relations + settings + harmless

  /// Missing, empty, cut and swollen files.
  static let files: [Mutator] = [
    { random in
      Mutant(
        random.pick([
          "district.yaml", "cadres.csv", "compounds.csv", "buildings.csv", "sites.csv", "goods.csv", "depots.csv",
          "points.csv", "posts.csv", "vehicles.csv", "orders.csv",
        ]),
        nil, .refused)
    },
    { random in
      let (name, change) = random.pick(removable)
      return Mutant(name, nil, .district(change))
    },
    { random in Mutant(random.pick(tables + ["district.yaml"]), [], .refused) },
    { random in
      let name = random.pick(tables)
      let bytes = Fixture.bytes[name] ?? []
      var end = 1 + random.below(bytes.count - 2)
      while bytes[end - 1] == UInt8(ascii: "\n") { end -= 1 }
      return Mutant(name, Array(bytes[..<end]), .refused)
    },
    { random in
      let name = random.pick(tables)
      let field = [UInt8](repeating: UInt8(ascii: "x"), count: 10 << 20)
      return Mutant(name, (Fixture.bytes[name] ?? []) + field + [UInt8(ascii: "\n")], .refused)
    },
    { random in
      var sheet = Sheet("cadres.csv")
      let extra = 60 + random.below(20)
      for row in sheet.rows.indices { sheet.rows[row] += (0..<extra).map { row == 0 ? "c\($0)" : "" } }
      return Mutant("cadres.csv", sheet, .refused)
    },
    { random in
      let name = random.pick(tables)
      let bytes = Fixture.bytes[name] ?? []
      let ends = bytes.indices.dropLast().filter { bytes[$0] == UInt8(ascii: "\n") }
      var joined = bytes
      joined.remove(at: random.pick(ends))
      return Mutant(name, joined, .refused)
    },
  ]

  private static let removable: [(String, @Sendable (inout District) -> Void)] = [
    ("availability.csv", { $0.availability = [] }), ("ledger.csv", { $0.ledger = [] }),
    ("needs.csv", { $0.needs = [] }),
    ("stock.csv", { $0.stock = [] }), ("pins.csv", { $0.pins = [] }), ("travel.csv", { $0.travelRows = [] }),
  ]

  /// Wrong encodings, stray quotes, control characters.
  static let bytes: [Mutator] = [
    { random in
      let name = random.pick(tables)
      var bytes = Fixture.bytes[name] ?? []
      bytes.insert(0xFF, at: random.below(bytes.count))
      return Mutant(name, bytes, .refused)
    },
    { random in
      // An odd number of bytes is no UTF-16.
      let name = random.pick(tables)
      return Mutant(
        name, [0xFF, 0xFE] + (Fixture.files[name] ?? "").utf16.flatMap { [UInt8($0 & 255), UInt8($0 >> 8)] } + [10],
        .refused)
    },
    { random in
      // UTF-16 whose byte order mark was lost: every other byte is a control character.
      let name = random.pick(tables)
      return Mutant(name, (Fixture.files[name] ?? "").utf16.flatMap { [UInt8($0 & 255), UInt8($0 >> 8)] }, .refused)
    },
    { random in
      let name = random.pick(tables)
      var sheet = Sheet(name)
      let row = 1 + random.below(sheet.rows.count - 1)
      sheet.rows[row][0] += random.pick(["\u{0}", "\u{1B}[2J", "\u{7F}", "\u{202E}"])
      return Mutant(name, sheet, .refused)
    },
    { random in
      let name = random.pick(tables)
      var bytes = Fixture.bytes[name] ?? []
      let commas = bytes.indices.filter { bytes[$0] == UInt8(ascii: ",") }
      bytes.insert(UInt8(ascii: "\""), at: random.pick(Array(commas.prefix(4))))
      return Mutant(name, bytes, .refused)
    },
    { random in
      let name = random.pick(tables)
      var sheet = Sheet(name)
      let row = 1 + random.below(sheet.rows.count - 1)
      if random.below(2) == 0 { sheet.rows[row].append("") } else { sheet.rows[row].removeLast() }
      return Mutant(name, sheet, .refused)
    },
    { random in
      let name = random.pick(tables)
      var sheet = Sheet(name)
      let column = random.below(sheet.rows[0].count)
      sheet.rows[0][column] = random.pick(["zzz", sheet.rows[0][column] + "x", ""])
      return Mutant(name, sheet, .refused)
    },
  ]

  /// Values that no column takes.
  static let cells: [Mutator] = [
    { random in
      let (name, column) = random.pick([
        ("cadres.csv", "lat"), ("compounds.csv", "lon"), ("points.csv", "lat"), ("goods.csv", "litres"),
        ("vehicles.csv", "capacity_kg"),
      ])
      var sheet = Sheet(name)
      sheet[1, column] = random.pick([
        "NaN", "nan", "inf", "-inf", "1e5", "1e999", "0x10", "--1", ".", "１.２.３", "999999999999",
      ])
      return Mutant(name, sheet, .refused)
    },
    { random in
      let (name, column) = random.pick([
        ("buildings.csv", "households"), ("posts.csv", "target"), ("posts.csv", "setup_minutes"),
        ("stock.csv", "packs"),
        ("vehicles.csv", "capacity_packs"), ("travel.csv", "seconds"), ("points.csv", "desks"), ("orders.csv", "packs"),
        ("cadres.csv", "max_minutes_day"), ("needs.csv", "priority"), ("ledger.csv", "exposure"),
      ])
      var sheet = Sheet(name)
      sheet[1, column] = random.pick([
        "-1", "-999999999", "99999999999999999999999", "9223372036854775808", "1.5", "1,5", "six", "2000000000",
      ])
      return Mutant(name, sheet, .refused)
    },
    { random in
      let (name, column) = random.pick([
        ("points.csv", "open_from"), ("depots.csv", "open_to"), ("vehicles.csv", "from"), ("availability.csv", "from"),
        ("ledger.csv", "to"), ("needs.csv", "latest"), ("stock.csv", "ready"), ("orders.csv", "due"),
      ])
      var sheet = Sheet(name)
      let row = name == "orders.csv" ? 2 : 1
      sheet[row, column] = random.pick([
        "25:00", "6:00", "06.00", "24:01", "06:00+2", "2022-02-30T06:00", "2022-01-01", "99999-01-01T00:00",
        "2022-01-01T06:00:30",
      ])
      return Mutant(name, sheet, .refused)
    },
    { random in
      let (name, column) = random.pick([
        ("cadres.csv", "kind"), ("availability.csv", "level"), ("compounds.csv", "status"), ("needs.csv", "what"),
        ("posts.csv", "kind"), ("points.csv", "staff_per"), ("travel.csv", "mode"), ("pins.csv", "must"),
        ("posts.csv", "lead"), ("availability.csv", "days"),
      ])
      var sheet = Sheet(name)
      sheet[1, column] = random.pick(["maybe", "？", "any;any", "mon;;tue"])
      return Mutant(name, sheet, .refused)
    },
    { random in
      // Values of two columns swapped in every row, the header left as it is.
      let (name, a, b) = random.pick([
        ("cadres.csv", "lat", "lon"), ("cadres.csv", "kind", "name"), ("posts.csv", "target", "kind"),
        ("buildings.csv", "compound", "name"), ("travel.csv", "to", "mode"), ("availability.csv", "from", "to"),
        ("points.csv", "open_from", "open_to"), ("vehicles.csv", "depot", "name"), ("stock.csv", "depot", "good"),
      ])
      var sheet = Sheet(name)
      for row in sheet.rows.indices.dropFirst() { sheet.rows[row].swapAt(sheet.column(a), sheet.column(b)) }
      return Mutant(name, sheet, .refused)
    },
  ]

  /// Rows that do not go together.
  static let relations: [Mutator] = [
    { random in
      var sheet = Sheet("cadres.csv")
      let row = 1 + random.below(2)
      sheet[row, "buddy"] = random.pick(["", "C003", sheet[row, "id"], "C099"])
      return Mutant("cadres.csv", sheet, .refused)
    },
    { random in
      let (name, column) = random.pick([
        ("availability.csv", "cadre"), ("ledger.csv", "cadre"), ("ledger.csv", "site"), ("buildings.csv", "compound"),
        ("needs.csv", "building"), ("needs.csv", "good"), ("needs.csv", "helper"), ("sites.csv", "compound"),
        ("posts.csv", "site"), ("posts.csv", "shift"), ("points.csv", "compound"), ("stock.csv", "good"),
        ("orders.csv", "good"), ("vehicles.csv", "depot"), ("travel.csv", "from"), ("pins.csv", "object"),
        ("cadres.csv", "home_compound"),
      ])
      var sheet = Sheet(name)
      sheet[1, column] = random.pick(["X99", "C-1", "s1x"])
      return Mutant(name, sheet, .refused)
    },
    { random in
      let name = random.pick([
        "cadres.csv", "compounds.csv", "buildings.csv", "needs.csv", "sites.csv", "posts.csv", "points.csv",
        "depots.csv",
        "goods.csv", "orders.csv", "vehicles.csv", "travel.csv",
      ])
      var sheet = Sheet(name)
      sheet.rows.append(sheet.rows[1 + random.below(sheet.rows.count - 1)])
      return Mutant(name, sheet, .refused)
    },
    { random in
      let (name, from, to) = random.pick([
        ("availability.csv", "from", "to"), ("ledger.csv", "from", "to"), ("needs.csv", "earliest", "latest"),
        ("points.csv", "open_from", "open_to"), ("depots.csv", "open_from", "open_to"), ("vehicles.csv", "from", "to"),
      ])
      var sheet = Sheet(name)
      let (a, b) = (sheet[1, from], sheet[1, to])
      let isSame = random.below(2) == 0
      sheet[1, from] = isSame ? a : b
      sheet[1, to] = a
      return Mutant(name, sheet, .refused)
    },
    { random in
      var sheet = Sheet("posts.csv")
      let (minimum, target, maximum) = random.pick([("3", "2", "3"), ("0", "4", "3"), ("1", "0", "0"), ("5", "5", "4")])
      (sheet[1, "minimum"], sheet[1, "target"], sheet[1, "maximum"]) = (minimum, target, maximum)
      return Mutant("posts.csv", sheet, .refused)
    },
    { random in
      var sheet = Sheet("posts.csv")
      let (column, value) = random.pick([
        ("kind", "patrol"), ("lead", "no"), ("setup_minutes", "20"), ("exposure", "1"), ("name", "别名"), ("seat", "any"),
      ])
      sheet[2, column] = value
      return Mutant("posts.csv", sheet, .refused)
    },
    { random in
      var sheet = Sheet("vehicles.csv")
      sheet[1, "from"] = random.pick(["05:00", "06:00", "08:59"])
      return Mutant("vehicles.csv", sheet, .refused)
    },
  ]
}
