/// A moment as it is written for people and files: with the offset of its time zone.
public struct LocalMoment: Hashable, Sendable, Codable, CustomStringConvertible {
  public var moment: Moment
  public var text: String

  public init(_ moment: Moment, in zone: ZoneClock) {
    self.moment = moment
    text = zone.rfc3339(moment)
  }
  public init(from decoder: any Decoder) throws {
    text = try decoder.singleValueContainer().decode(String.self)
    guard let moment = Moment(rfc3339: text) else {
      throw DecodingError.dataCorrupted(
        .init(codingPath: decoder.codingPath, debugDescription: "not an RFC 3339 moment: \(text)"))
    }
    self.moment = moment
  }
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(text)
  }
  public var description: String { text }
}
