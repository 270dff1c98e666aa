import Districts
import Foundation
import Units

@testable import Formats

extension Mutators {
  /// Slips in district.yaml.
  static let settings: [Mutator] = [
    { random in
      let (old, new) = random.pick([
        ("time_zone: Asia/Shanghai", "time_zone: Asia/Nowhere"), ("date: 2022-01-01", "date: 2022-1-1"),
        ("days: 2", "days: -3"), ("days: 2", "days: 1e9"), ("days: 2", "days: 99999999999999999999"),
        ("slot_minutes: 20", "slot_minutes: .nan"), ("  day:", "\tday:"), ("coordinates: wgs84", "coordinates: mars"),
        ("minimumRest", "minimumrest"), ("least: 3", "least: *x"), ("shifts:", "shifts: ["), ("name:", "nom:"),
        ("format:", "format: [a, b] #"), ("evening:", "day:"), ("from: \"16:00\"", "from: 16h"),
        ("holidays: [2022-01-01]", "holidays: { a: 1 }"), ("lastmetre/district/1", "lastmetre/district/9"),
      ])
      let text = (Fixture.files["district.yaml"] ?? "").replacingOccurrences(of: old, with: new)
      return Mutant("district.yaml", Array(text.utf8), .refused)
    }
  ]

  /// Changes that leave a good district, told to the reader and to the expected value alike.
  static let harmless: [Mutator] = [
    { random in
      var sheet = Sheet("buildings.csv")
      let households = 5 + random.below(1000)
      sheet[1, "households"] = String(households)
      return Mutant("buildings.csv", sheet, .district { $0.buildings[0].households = Households(households) })
    },
    { random in
      var sheet = Sheet("cadres.csv")
      let name = random.pick(["欧阳,静", "O\"Neill", "李 四", "x"])
      let row = random.below(3)
      sheet[row + 1, "name"] = name
      return Mutant("cadres.csv", sheet, .district { $0.cadres[row].name = name })
    },
    { random in
      let name = random.pick(tables)
      var sheet = Sheet(name)
      let order = (0..<sheet.rows[0].count).map { ($0, random.next()) }.sorted { $0.1 < $1.1 }.map(\.0)
      sheet.rows = sheet.rows.map { row in order.map { row[$0] } }
      return Mutant(name, sheet, .district { _ in })
    },
    { random in
      var sheet = Sheet("goods.csv")
      sheet.rows.swapAt(1, 2)
      return Mutant("goods.csv", sheet, .district { $0.goods.swapAt(0, 1) })
    },
    { random in
      var sheet = Sheet("availability.csv")
      let row = 1 + random.below(sheet.rows.count - 1)
      sheet.rows.append(sheet.rows[row])
      return Mutant("availability.csv", sheet, .district { $0.availability.append($0.availability[row - 1]) })
    },
    { random in
      let name = random.pick(tables)
      let separator = random.pick([";", "\t"])
      return Mutant(name, Array(Sheet(name).text(separator: separator).utf8), .district { _ in })
    },
    { random in
      let name = random.pick(tables)
      let text = Fixture.files[name] ?? ""
      let isBig = random.below(2) == 0
      let units = ("\u{FEFF}" + text).utf16.flatMap { unit in
        isBig ? [UInt8(unit >> 8), UInt8(unit & 255)] : [UInt8(unit & 255), UInt8(unit >> 8)]
      }
      return Mutant(name, units, .district { _ in })
    },
    { random in
      let days = 1 + random.below(366)
      let text = (Fixture.files["district.yaml"] ?? "").replacingOccurrences(of: "days: 2", with: "days: \(days)")
      return Mutant("district.yaml", Array(text.utf8), .district { $0.planDays = days })
    },
    { random in
      var sheet = Sheet("posts.csv")
      let target = 2 + random.below(2)
      sheet[1, "target"] = String(target)
      sheet[1, "minimum"] = ""
      return Mutant(
        "posts.csv", sheet,
        .district { district in
          district.posts[0].target = target
          district.posts[0].minimum = target
        })
    },
  ]
}
