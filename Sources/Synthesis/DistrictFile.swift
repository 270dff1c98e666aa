/// A file of a district's folder: its name and its text (UTF-8, LF).
public struct DistrictFile: Sendable, Hashable {
  public var name: String
  public var text: String
  public init(name: String, text: String) {
    self.name = name
    self.text = text
  }
}
