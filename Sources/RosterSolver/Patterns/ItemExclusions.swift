import Rostering

/// Which items (sets of duties of a day) exclude which of the day after, by classes of items that exclude the same ones.
struct ItemExclusions {
  /// 0: excludes nothing.
  private(set) var classOfItem: [Int] = []
  /// Items that the same duties of the day before exclude have the same number.
  private(set) var beforeClass: [Int] = []
  private var excluded: [Set<Int>] = [[]]

  init(_ problem: RosterProblem, items: [[Int]]) {
    var before = [[Int]](repeating: [], count: problem.duties.count)
    var after = before
    for pair in problem.conflicts {
      let (a, b) = (pair.first, pair.second)
      let (first, second) = problem.duties[a].day <= problem.duties[b].day ? (a, b) : (b, a)
      guard problem.duties[second].day == problem.duties[first].day + 1 else { continue }
      after[first].append(second)
      before[second].append(first)
    }
    var number: [[Int]: Int] = [[]: 0]
    var beforeNumber: [[Int]: Int] = [:]
    for item in items {
      let list = ItemExclusions.union(item, of: after)
      if let known = number[list] {
        classOfItem.append(known)
      } else {
        number[list] = excluded.count
        classOfItem.append(excluded.count)
        excluded.append(Set(list))
      }
      let earlier = ItemExclusions.union(item, of: before)
      let known = beforeNumber[earlier] ?? beforeNumber.count
      beforeNumber[earlier] = known
      beforeClass.append(known)
    }
  }

  private static func union(_ item: [Int], of lists: [[Int]]) -> [Int] {
    item.count == 1 ? lists[item[0]].sorted() : Set(item.flatMap { lists[$0] }).sorted()
  }

  /// Whether yesterday's class excludes any of the duties.
  func excludes(_ yesterday: Int, _ duties: [Int]) -> Bool {
    yesterday > 0 && duties.contains { excluded[yesterday].contains($0) }
  }
}
