import Rostering

/// A bit for every block that spans several days, used again once its last day is over.
struct OpenBlocks {
  private var bitOfBlock: [[UInt64]] = []
  private var bitsOfDuty: [UInt64] = []
  private var closing: [UInt64] = []

  init() {}

  init(shapes used: [Int], _ shapes: TotalShapes, _ problem: RosterProblem) {
    bitOfBlock = shapes.shapes.map { [UInt64](repeating: 0, count: $0.blocks.count) }
    bitsOfDuty = [UInt64](repeating: 0, count: problem.duties.count)
    closing = [UInt64](repeating: 0, count: problem.dayCount)
    var owners: [[Int]: [(shape: Int, block: Int)]] = [:]
    var spans: [(first: Int, last: Int, duties: [Int])] = []
    for shape in used {
      for (number, block) in shapes.shapes[shape].blocks.enumerated() {
        let days = block.duties.map { problem.duties[$0].day }
        guard let first = days.min(), let last = days.max(), first < last else { continue }
        if owners[block.duties] == nil { spans.append((first, last, block.duties)) }
        owners[block.duties, default: []].append((shape, number))
      }
    }
    spans.sort { ($0.first, $0.last) < ($1.first, $1.last) }
    var freeFrom = [Int](repeating: -1, count: 64)
    for span in spans {
      guard let bit = freeFrom.indices.first(where: { freeFrom[$0] < span.first }) else { continue }
      freeFrom[bit] = span.last
      let mask: UInt64 = 1 << UInt64(bit)
      closing[span.last] |= mask
      for duty in span.duties { bitsOfDuty[duty] |= mask }
      for owner in owners[span.duties] ?? [] { bitOfBlock[owner.shape][owner.block] = mask }
    }
  }

  /// 0: the block lies within one day.
  func bit(_ shape: Int, _ block: Int) -> UInt64 { bitOfBlock[shape][block] }
  func bits(of duty: Int) -> UInt64 { bitsOfDuty[duty] }
  func closing(after day: Int) -> UInt64 { closing[day] }
}
