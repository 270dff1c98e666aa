/// What a setting is set to.
public enum SettingValue: Hashable, Sendable {
  case word(String)
  case list([String])

  /// As YAML, on one line.
  var written: String {
    switch self {
    case .word(let word): yamlWord(word)
    case .list(let words): "[" + words.map(yamlWord).joined(separator: ", ") + "]"
    }
  }
}

/// district.yaml that can be edited: comments and everything else stay as they are written.
///
/// A value that is there is replaced in its place, one that is not is added beside its neighbours. Where the text is
/// written in a way that this does not see through, which is found out by reading it again, the whole file is written
/// anew, without comments. The file must have been read without a problem.
public struct SettingsSheet: Sendable {
  public private(set) var edits: [Edit] = []
  private var text: [UInt8]

  public init(_ files: DistrictFiles) {
    text = files[settingsFile].flatMap { try? decoded($0).bytes } ?? []
  }

  /// What stands at the path, a list as `A;B`; nil where nothing does.
  public func value(at path: [String]) -> String? { tree?.at(path[...])?.shown }

  /// The ids of the shifts, the names of the settings under a path.
  public func keys(at path: [String]) -> [String] {
    guard case .map(let entries, _)? = tree?.at(path[...]) else { return [] }
    return entries.map(\.key)
  }

  public mutating func set(_ path: [String], to value: SettingValue) {
    guard let tree, !path.isEmpty else { return }
    let wanted = tree.setting(path[...], to: value)
    let before = tree.at(path[...])?.shown
    guard wanted != tree else { return }
    text = edited(tree, path, value, wanted) ?? wanted.wholeText
    edits.append(
      Edit(
        file: settingsFile, row: path.joined(separator: "."), before: before,
        after: wanted.at(path[...])?.shown ?? ""))
  }

  public func store(into files: inout DistrictFiles) {
    if !edits.isEmpty { files[settingsFile] = text }
  }

  private var tree: YAMLTree? { yamlTree(text, file: settingsFile, log: ProblemLog()) }

  /// The text with only the path changed; nil where it then does not say what is wanted.
  private func edited(_ tree: YAMLTree, _ path: [String], _ value: SettingValue, _ wanted: YAMLTree) -> [UInt8]? {
    for attempt in [SettingsText(text).replacing, SettingsText(text).adding] {
      guard let result = attempt(tree, path, value) else { continue }
      if let read = yamlTree(result, file: settingsFile, log: ProblemLog()), read == wanted { return result }
    }
    return nil
  }
}
