import Districts
import Formats
import Units

/// What changes depend on beside the district.
public struct ChangeOptions: Sendable {
  /// Of the people who are drawn.
  public var seed: UInt64
  /// The horizon, where it is not that of district.yaml.
  public var date: CalendarDate?
  public var days: Int?
  public init(seed: UInt64 = 1, date: CalendarDate? = nil, days: Int? = nil) {
    self.seed = seed
    self.date = date
    self.days = days
  }
}

/// A change and what it did to the files.
public struct AppliedChange: Sendable {
  public var word: ChangeWord
  /// In the order in which they were made; none where the district says so already.
  public var edits: [Edit]
}

/// A district after some changes: the files that `--write` leaves behind, and what they say.
public struct Scenario: Sendable {
  public var name: String
  public var changes: [AppliedChange]
  public var files: DistrictFiles
  public var read: ReadDistrict
  /// As the last `time-limit` says.
  public var timeLimitMilliseconds: Int?

  /// The district as it is.
  public init(baseline: StoredDistrict, name: String) {
    self.name = name
    changes = []
    files = baseline.files
    read = baseline.read
  }

  /// The scenario after further changes, made from left to right; all problems at once, or none.
  ///
  /// A change depends on the files before it and on the options alone, so that changes in one step or in several give
  /// the same bytes.
  public func changed(by list: ChangeList, options: ChangeOptions) throws(DistrictProblems) -> Scenario {
    var next = self
    var problems = list.problems
    for word in list.words {
      var changer = DistrictChanger(next.files, word, options)
      changer.make(word.change)
      problems += changer.problems
      guard changer.problems.isEmpty else { continue }
      next.files = changer.files
      next.changes.append(AppliedChange(word: word, edits: changer.edits))
      if case .timeLimit(let milliseconds) = word.change { next.timeLimitMilliseconds = milliseconds }
    }
    guard problems.isEmpty else { throw DistrictProblems(problems: problems) }
    guard next.files != files else { return next }
    do {
      next.read = try next.files.read(date: options.date, days: options.days)
    } catch {
      throw next.attributed(error)
    }
    return next
  }

  /// What the reader says of the changed files, with the word that wrote the place.
  private func attributed(_ found: DistrictProblems) -> DistrictProblems {
    var sheets: [String: TableSheet] = [:]
    let problems = found.problems.map { problem in
      guard let table = DistrictTable.allCases.first(where: { $0.file == problem.file }), let line = problem.line
      else { return problem }
      let sheet = sheets[problem.file] ?? TableSheet(table, in: files)
      sheets[problem.file] = sheet
      guard sheet.indices.contains(line - 2) else { return problem }
      let row = sheet.name(of: line - 2)
      let change = changes.last { change in
        change.edits.contains { edit in
          edit.file == problem.file && edit.row == row && (edit.column == nil || edit.column == problem.column)
        }
      }
      guard let change else { return problem }
      var own = problem
      own.file = change.word.text + ": " + problem.file
      return own
    }
    return DistrictProblems(problems: problems, omitted: found.omitted)
  }
}

/// The scenarios of a file, each after the changes that are common to all; in the order of the file, all problems of
/// all scenarios at once.
public func scenarios(
  _ written: [WrittenScenario], common: ChangeList, baseline: StoredDistrict, options: ChangeOptions
) throws(DistrictProblems) -> [Scenario] {
  var scenarios: [Scenario] = []
  var problems: [Problem] = []
  var omitted = 0
  for scenario in written {
    do throws(DistrictProblems) {
      var list = common
      list.append(ChangeList(scenario.words))
      scenarios.append(try Scenario(baseline: baseline, name: scenario.name).changed(by: list, options: options))
    } catch {
      let places = Set(scenario.words.map(\.file))
      for var problem in error.problems where !problems.contains(problem) {
        // What the reader says of changed tables says of which scenario.
        let isOfWord = places.contains(problem.file) || common.problems.contains(problem)
        if !isOfWord, !common.words.contains(where: { $0.text == problem.file }) {
          problem.file = scenario.name + ": " + problem.file
        }
        problems.append(problem)
      }
      omitted += error.omitted
    }
  }
  guard problems.isEmpty else { throw DistrictProblems(problems: problems, omitted: omitted) }
  return scenarios
}
