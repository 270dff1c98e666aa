/// A scenario with the history before it and the weeks to be planned, all of them known.
public struct NurseCase: Sendable, Hashable {
  public var scenario: NurseScenario
  public var history: NurseHistory
  public var weeks: [NurseWeek]
  public init(scenario: NurseScenario, history: NurseHistory, weeks: [NurseWeek]) {
    self.scenario = scenario
    self.history = history
    self.weeks = weeks
  }

  public var dayCount: Int { 7 * weeks.count }

  /// Weeks done when these are.
  var weeksAfter: Int { history.week + weeks.count }
  /// After these there is no other.
  var isLast: Bool { weeksAfter >= scenario.weekCount }
}

/// The files of one case: history and weeks lie beside the scenario, named as the competition names them.
public struct NurseFiles: Sendable, Hashable {
  public var scenario: String
  public var history: String
  public var weeks: [String]

  /// `Sc-NAME.txt`, `H0-NAME-<history>.txt`, `WD-NAME-<week>.txt`.
  public init(scenario: String, history: Int, weeks: [Int]) {
    let parts = scenario.split(separator: "/", omittingEmptySubsequences: false)
    let folder = parts.dropLast().map { $0 + "/" }.joined()
    var name = String(parts.last ?? "")
    if name.hasSuffix(".txt") { name.removeLast(4) }
    if name.hasPrefix("Sc-") { name.removeFirst(3) }
    self.scenario = scenario
    self.history = "\(folder)H0-\(name)-\(history).txt"
    self.weeks = weeks.map { "\(folder)WD-\(name)-\($0).txt" }
  }
}

/// Reads a case; the problems of all its files at once, or none. O(bytes).
public func readNurseCase(_ files: NurseFiles) throws(DistrictProblems) -> NurseCase {
  try nurseCase(files) { path, log in publicText(path, log) }
}

func nurseCase(
  _ files: NurseFiles, load: (String, ProblemLog) -> [UInt8]?
) throws(DistrictProblems) -> NurseCase {
  let log = ProblemLog()
  func failure() -> DistrictProblems { DistrictProblems(problems: log.problems, omitted: log.omitted) }
  guard let bytes = load(files.scenario, log) else { throw failure() }
  var scenario = NurseScenarioReader(bytes, file: files.scenario, log: log)
  var found = NurseCase(scenario: scenario.read(), history: NurseHistory(), weeks: [])
  if let bytes = load(files.history, log) {
    var reader = NurseHistoryReader(bytes, file: files.history, of: scenario, log: log)
    found.history = reader.read()
  }
  var known: [String: NurseWeek] = [:]
  for path in files.weeks {
    if known[path] == nil, let bytes = load(path, log) {
      var reader = NurseWeekReader(bytes, file: path, of: scenario, log: log)
      known[path] = reader.read()
    }
    if let week = known[path] { found.weeks.append(week) }
  }
  found.checkSize(file: files.scenario, log)
  guard log.problems.isEmpty else { throw failure() }
  return found
}

extension NurseCase {
  fileprivate func checkSize(file: String, _ log: ProblemLog) {
    let able = scenario.nurses.reduce(0) { $0 + $1.skills.count }
    let size = able * scenario.shifts.count * dayCount
    if size > PublicLimit.options || !hasFewStates {
      log.add(
        Problem(
          .tooLargeToSolve, file: file, values: ["value": String(size), "most": String(PublicLimit.options)]))
    }
  }

  private var hasFewStates: Bool {
    let arcs = scenario.contracts.indices.reduce(0) { sum, contract in
      sum + NurseSequence(self, contract: contract).mostStates * (scenario.shifts.count + 1)
    }
    return arcs <= PublicLimit.arcs
  }
}
