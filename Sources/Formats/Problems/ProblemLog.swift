/// Gathers problems and notices while a district is read.
final class ProblemLog {
  private(set) var problems: [Problem] = []
  private(set) var omitted = 0
  private(set) var notices: [Notice] = []
  private var perFile: [String: Int] = [:]
  /// More of one file help nobody, and two million would fill the memory.
  static let limitPerFile = 1000

  /// Problems so far, those left out included.
  var count: Int { problems.count + omitted }

  func add(_ problem: Problem) {
    let seen = perFile[problem.file, default: 0]
    perFile[problem.file] = seen + 1
    if seen < ProblemLog.limitPerFile { problems.append(problem) } else { omitted += 1 }
  }
  func add(_ notice: Notice) { notices.append(notice) }
}
