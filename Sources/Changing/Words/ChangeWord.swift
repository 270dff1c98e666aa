import Formats

/// A change with the word that asks for it and where that word stands.
public struct ChangeWord: Hashable, Sendable {
  public var text: String
  public var change: Change
  var place: WordPlace
}

/// Where a word stands: on the command line, or in a file.
struct WordPlace: Hashable, Sendable {
  var text: String
  var file: String?
  var line: Int?
  var column: Int?

  init(_ text: String) { self.text = text }
  init(_ word: PlacedWord) { (text, file, line, column) = (word.text, word.file, word.line, word.column) }

  /// `absent=C17: there is no C17 …`, or `week.yaml:3:9: absent=C17: there is no C17 …`.
  func problem(_ code: ProblemCode, _ values: [String: String] = [:], nearest: String? = nil) -> Problem {
    guard let file else { return Problem(code, file: text, values: values, nearest: nearest) }
    return Problem(code, file: file, line: line, field: column, column: text, values: values, nearest: nearest)
  }

  /// A problem that the reader has with what the word wrote.
  func problem(_ problem: Problem) -> Problem {
    var own = self.problem(problem.code, problem.values, nearest: problem.nearest)
    if own.column == nil { own.column = problem.column }
    return own
  }
}

/// Why a word could not be understood.
struct WordProblem: Error {
  var code: ProblemCode
  var values: [String: String] = [:]
  var nearest: String?
}

/// Words as far as they were understood, and what is wrong with the others.
public struct ChangeList: Sendable {
  public private(set) var words: [ChangeWord] = []
  public private(set) var problems: [Problem] = []

  /// Of the command line.
  public init(_ words: [String]) { read(words.map { WordPlace($0) }) }

  /// Of a scenario's file.
  public init(_ words: [PlacedWord]) { read(words.map { WordPlace($0) }) }

  public mutating func append(_ list: ChangeList) {
    words += list.words
    problems += list.problems
  }

  private mutating func read(_ places: [WordPlace]) {
    for place in places {
      do throws(WordProblem) {
        words.append(ChangeWord(text: place.text, change: try Change(word: place.text), place: place))
      } catch {
        problems.append(place.problem(error.code, error.values, nearest: error.nearest))
      }
    }
  }
}
