/// One difference between two versions of a district: a cell, a whole row, or a setting.
public struct Edit: Hashable, Sendable, Codable {
  public var file: String
  /// The row's name (`C017`, `S1/gate/day`), or the path of a setting.
  public var row: String
  /// Nil where the row as a whole, or a setting, is meant.
  public var column: String?
  /// Nil where there was nothing: the row is new.
  public var before: String?
  /// Nil where nothing is left: the row is gone.
  public var after: String?

  public init(file: String, row: String, column: String? = nil, before: String?, after: String?) {
    self.file = file
    self.row = row
    self.column = column
    self.before = before
    self.after = after
  }
}
