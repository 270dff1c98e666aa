import Foundation

@testable import Formats

/// Schemas/district.schema.json: the tables as lists of rows, a row as an object of its fields' texts in canonical form.
func tableSchemaText() throws -> String {
  var tables: [String: Schema] = [:]
  for shape in Tables.all {
    var fields: [String: Schema] = [:]
    for column in shape.columns { fields[column.name] = fieldSchema(column) }
    let row = Schema(
      type: "object", properties: fields, required: shape.columns.filter(\.isRequired).map(\.name).sorted(),
      additionalProperties: false)
    tables[shape.name] = Schema(type: "array", items: [row])
  }
  var schema = Schema(type: "object", properties: tables, required: ["cadres"], additionalProperties: false)
  schema.draft = "https://json-schema.org/draft/2020-12/schema"
  schema.id = "lastmetre/district-tables/1"
  schema.title = "The tables of a district"
  schema.description =
    "Each table of docs/format.md §3 as a list of rows; a field is its text in canonical form, empty where nothing is said."
  let encoder = JSONEncoder()
  encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
  return String(decoding: try encoder.encode(schema), as: UTF8.self) + "\n"
}

/// The keywords in use, in the order-free form that JSON has.
struct Schema: Encodable {
  var draft: String?
  var id: String?
  var title: String?
  var description: String?
  var type: String?
  var pattern: String?
  var properties: [String: Schema]?
  var required: [String]?
  var additionalProperties: Bool?
  var items: [Schema]?

  init(
    type: String? = nil, pattern: String? = nil, properties: [String: Schema]? = nil, required: [String]? = nil,
    additionalProperties: Bool? = nil, items: [Schema]? = nil, title: String? = nil, description: String? = nil
  ) {
    (self.type, self.pattern, self.properties, self.required) = (type, pattern, properties, required)
    (self.additionalProperties, self.items, self.title, self.description) = (
      additionalProperties, items, title, description
    )
  }

  enum CodingKeys: String, CodingKey {
    case draft = "$schema"
    case id = "$id"
    case title, description, type, pattern, properties, required, additionalProperties, items
  }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encodeIfPresent(draft, forKey: .draft)
    try container.encodeIfPresent(id, forKey: .id)
    try container.encodeIfPresent(title, forKey: .title)
    try container.encodeIfPresent(description, forKey: .description)
    try container.encodeIfPresent(type, forKey: .type)
    try container.encodeIfPresent(pattern, forKey: .pattern)
    try container.encodeIfPresent(properties, forKey: .properties)
    try container.encodeIfPresent(required, forKey: .required)
    try container.encodeIfPresent(additionalProperties, forKey: .additionalProperties)
    try container.encodeIfPresent(items?.first, forKey: .items)
  }
}

private func fieldSchema(_ column: ColumnShape) -> Schema {
  let (pattern, description) = described(column.kind)
  let optional = column.isRequired ? pattern : "^$|" + pattern
  return Schema(type: "string", pattern: optional, title: column.chinese, description: description)
}

/// The pattern of a field's text, and what it says.
private func described(_ kind: CellKind) -> (String, String) {
  let time = "([01][0-9]|2[0-3]):[0-5][0-9](\\+1)?|24:00(\\+1)?"
  let date = "(19|20|21)[0-9]{2}-[0-9]{2}-[0-9]{2}"
  let moment = date + "T(([01][0-9]|2[0-3]):[0-5][0-9]|24:00)(:00)?(Z|[+-][0-9]{2}:[0-9]{2})?"
  let id = "[A-Za-z0-9_.-]{1,40}"
  func word(_ choices: [Choice]) -> String { "(" + choices.map(\.name).joined(separator: "|") + ")" }
  switch kind {
  case .id: return ("^\(id)$", "an id")
  case .text: return ("^.{1,200}$", "a text of at most 200 characters")
  case .whole(let range, let unit):
    return ("^-?[0-9]{1,18}$", "\(unit.rawValue), a whole number from \(range.lowerBound) to \(range.upperBound)")
  case .decimal(let range):
    return ("^-?[0-9]+(\\.[0-9]+)?$", "a decimal from \(range.lowerBound) to \(range.upperBound)")
  case .yesNo: return ("^(yes|no)$", "yes or no")
  case .list: return ("^[^;]+(;[^;]+)*$", "a list")
  case .choice(let choices): return ("^\(word(choices))$", "one word")
  case .choices(let choices): return ("^\(word(choices))(;\(word(choices)))*$", "a list of words")
  case .time: return ("^(\(time))$", "a time of day; +1 is the next day")
  case .moment: return ("^\(moment)$", "a moment, local to the district's time zone or with its offset")
  case .momentOrTime: return ("^(\(time)|\(moment))$", "a time of day or a moment")
  case .days:
    let days = DayNames.all.joined(separator: "|")
    return ("^(\\*|workday|holiday|(\(days))(;(\(days)))*|\(date)(;\(date))*)$", "days")
  case .staff: return ("^[a-z]+:[0-9]+(;[a-z]+:[0-9]+)*$", "kinds of people with their number")
  case .packs: return ("^[0-9]+(/household)?$", "packs, or packs for each household")
  case .idOrAll: return ("^(\\*|\(id))$", "an id, or * for all")
  case .pinObject: return ("^.{1,200}$", "a duty, POINT@16:20, or an order or a need")
  }
}

private enum DayNames { static let all = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"] }
