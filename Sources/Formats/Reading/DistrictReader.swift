import Districts
import Glibc
import Units

/// A district and what its reader should know of how it was read.
public struct ReadDistrict: Sendable {
  public var district: District
  public var notices: [Notice]
  public var digest: String { district.digest }
}

/// Reads the folder of a district (docs/format.md §1–3); all problems at once, or none.
///
/// `date` and `days` win over `plan` of district.yaml. Each file is read once, so the digest is that of the very
/// bytes the district was made of.
/// - Complexity: O(bytes).
public func readDistrict(
  at folder: String, date: CalendarDate? = nil, days: Int? = nil
) throws(DistrictProblems) -> ReadDistrict {
  try readDistrict(at: folder, date: date, days: days) { _, _ in }
}

/// The same; `keep` is given every file that was read.
func readDistrict(
  at folder: String, date: CalendarDate?, days: Int?, keep: @escaping (String, [UInt8]) -> Void
) throws(DistrictProblems) -> ReadDistrict {
  guard !folder.hasSuffix(".xlsx") else { throw DistrictProblems(problems: [Problem(.workbook, file: folder)]) }
  guard let names = entryNames(of: folder) else {
    throw DistrictProblems(problems: [Problem(.noFolder, file: folder)])
  }
  return try readDistrict(names: names, date: date, days: days) { name throws(FileFailure) in
    let bytes = try fileBytes(folder + "/" + name)
    keep(name, bytes)
    return bytes
  }
}

/// Reads a district whose files come from anywhere; `names` are all there are.
func readDistrict(
  names: [String], date: CalendarDate?, days: Int?, load: @escaping (String) throws(FileFailure) -> [UInt8]
) throws(DistrictProblems) -> ReadDistrict {
  let log = ProblemLog()
  complainOfStrangers(names, log)
  var source = DistrictSource(log: log, load: load)
  let yaml = source.text(settingsFile, required: true)
  let settings = readSettings(yaml, date: date, days: days, log: log)
  let tables = DistrictTables(&source, LocalCalendar(settings.clock))
  var assembly = DistrictAssembly(settings: settings, tables: tables, log: log)
  var district = assembly.assemble()
  district.digest = source.digest()
  guard log.problems.isEmpty else { throw DistrictProblems(problems: log.problems, omitted: log.omitted) }
  return ReadDistrict(district: district, notices: log.notices)
}

/// The files a district may consist of, in name order.
let recognisedFiles = ([settingsFile] + Tables.all.map(\.file)).sorted()

/// The names in a folder, sorted; nil where it is no folder that can be listed.
func entryNames(of folder: String) -> [String]? {
  guard let stream = opendir(folder) else { return nil }
  defer { closedir(stream) }
  var names: [String] = []
  while let entry = readdir(stream) {
    let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
      pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
    }
    if name != "." && name != ".." { names.append(name) }
  }
  return names.sorted()
}

/// A table under a wrong name would silently be missing: a likely slip is an error, any other table a notice.
private func complainOfStrangers(_ names: [String], _ log: ProblemLog) {
  for name in names where name.hasSuffix(".csv") || name.hasSuffix(".yaml") || name.hasSuffix(".yml") {
    guard !recognisedFiles.contains(name) else { continue }
    let absent = recognisedFiles.filter { !names.contains($0) }
    if let meant = nearestName(to: name, among: absent),
      editDistance(Array(name.unicodeScalars), Array(meant.unicodeScalars)) <= 2
    {
      log.add(Problem(.misspelledFile, file: name, nearest: meant))
    } else {
      log.add(Notice(.ignoredFile, values: ["file": name]))
    }
  }
}
