import Rostering

/// How a roster stands in the rows of `LinkTables`, and what that costs.
struct LinkCounts: Sendable {
  /// By row − firstRow.
  private(set) var count: [Int32]
  /// People at each place of each group, and places open.
  private(set) var atPlace: [Int32]
  private(set) var open: [Int32]
  /// In preference points.
  private(set) var cost = 0

  init(_ links: LinkTables) {
    count = [Int32](repeating: 0, count: links.rowCount - links.firstRow)
    atPlace = [Int32](repeating: 0, count: links.placeCount)
    open = [Int32](repeating: 0, count: links.groupCount)
  }

  /// One person more, or one less, in a row; ~r: −1 in row r.
  mutating func shift(_ row: Int32, by change: Int32, _ links: LinkTables) {
    let index = Int(row < 0 ? ~row : row) - links.firstRow
    if index < links.firstSite - links.firstRow {
      let before = count[index]
      let after = before + (row < 0 ? -change : change)
      count[index] = after
      cost += Int(abs(after) - abs(before)) * Int(links.pairCost[index])
      return
    }
    count[index] += change
    let place = Int(links.sitePlace[index - (links.firstSite - links.firstRow)])
    let wasOpen = atPlace[place] > 0
    atPlace[place] += change
    let isOpen = atPlace[place] > 0
    guard wasOpen != isOpen else { return }
    let group = Int(links.placeGroup[place])
    let before = max(0, open[group] - links.groupAllowed[group])
    open[group] += isOpen ? 1 : -1
    cost += Int(max(0, open[group] - links.groupAllowed[group]) - before) * Int(links.groupCost[group])
  }

  /// What one more in a row costs whoever is not in it yet, in preference points: of a pair row, the price that its sign
  /// turns into the cost.
  func step(_ entry: Int, _ links: LinkTables) -> Int {
    let index = Int(links.row[entry]) - links.firstRow
    switch links.sign[entry] {
    case 1: return Int(abs(count[index] + 1) - abs(count[index])) * Int(links.pairCost[index])
    case -1: return -Int(abs(count[index] - 1) - abs(count[index])) * Int(links.pairCost[index])
    default:
      let place = Int(links.sitePlace[index - (links.firstSite - links.firstRow)])
      let group = Int(links.placeGroup[place])
      return atPlace[place] == 0 && open[group] >= links.groupAllowed[group] ? Int(links.groupCost[group]) : 0
    }
  }
}
