import Districts
import Units

/// The files of a district in memory: those that its reader recognises, by name, as they were read.
public struct DistrictFiles: Hashable, Sendable {
  private var contents: [String: [UInt8]]

  /// Names that no district has are left out.
  public init(_ contents: [String: [UInt8]]) {
    self.contents = contents.filter { recognisedFiles.contains($0.key) }
  }

  public subscript(name: String) -> [UInt8]? {
    get { contents[name] }
    set { if recognisedFiles.contains(name) { contents[name] = newValue } }
  }

  public var names: [String] { contents.keys.sorted() }

  /// In name order, as they are written.
  public var output: [OutputFile] { names.map { OutputFile(name: $0, bytes: contents[$0] ?? []) } }

  /// Reads the files as the folder that holds them would be read; all problems at once, or none.
  public func read(date: CalendarDate? = nil, days: Int? = nil) throws(DistrictProblems) -> ReadDistrict {
    try readDistrict(names: names, date: date, days: days) { [contents] name throws(FileFailure) in
      guard let bytes = contents[name] else { throw .missing }
      return bytes
    }
  }

  /// district.yaml alone, with what is wrong in it.
  public func settings(date: CalendarDate? = nil, days: Int? = nil) -> ReadSettings {
    let log = ProblemLog()
    let text = contents[settingsFile].flatMap { try? decoded($0).bytes }
    let settings = readSettings(text, date: date, days: days, log: log)
    return ReadSettings(district: settings.district, problems: log.problems)
  }
}

/// What district.yaml says: a district without tables.
public struct ReadSettings: Sendable {
  public var district: District
  public var problems: [Problem]
}

/// A district with the very bytes it was read from.
public struct StoredDistrict: Sendable {
  public var files: DistrictFiles
  public var read: ReadDistrict
  public init(files: DistrictFiles, read: ReadDistrict) {
    self.files = files
    self.read = read
  }
}

/// Reads a folder as `readDistrict(at:)` does and keeps its files, each read once.
public func readStoredDistrict(
  at folder: String, date: CalendarDate? = nil, days: Int? = nil
) throws(DistrictProblems) -> StoredDistrict {
  let shelf = Shelf()
  let read = try readDistrict(at: folder, date: date, days: days) { shelf.contents[$0] = $1 }
  return StoredDistrict(files: DistrictFiles(shelf.contents), read: read)
}

private final class Shelf {
  var contents: [String: [UInt8]] = [:]
}

extension DistrictFiles {
  /// The keys of district.yaml that can be set: all but the one that says what the file is.
  public static var settingNames: [String] { YAMLReader.topKeys.filter { !["format", "osrm"].contains($0) } }
}
