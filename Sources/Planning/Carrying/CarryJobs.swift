/// One cartful: packs from where they lie to one building.
struct CarryJob: Sendable {
  /// Index of the compound's loads.
  var load: Int
  /// By good.
  var packs: [Int]
  var doors: Int

  var packCount: Int { packs.reduce(0, +) }
}

extension CarryWork {
  /// The loads in cartfuls, each handled in at most `longest` seconds where single doors allow it. O(doors + jobs).
  func jobs(cart: Int, perPack: Int, longest: Int) -> [CarryJob] {
    loads.indices.flatMap { index -> [CarryJob] in
      let load = loads[index]
      guard load.isAtDoors else { return entrance(index, min(cart, perPack > 0 ? max(1, longest / perPack) : cart)) }
      return doors(index, cart: cart, perPack: perPack, longest: longest)
    }
  }

  /// As even as can be, in as few cartfuls as can be.
  private func entrance(_ index: Int, _ cart: Int) -> [CarryJob] {
    let all = loads[index].packCount
    let count = all.dividedRoundingUp(by: cart)
    return (0..<count).map { number in
      let span = all.shared(number, of: count)..<all.shared(number + 1, of: count)
      return CarryJob(load: index, packs: slice(loads[index].packs, span), doors: 0)
    }
  }

  /// The packs of a span, where goods lie one after another.
  private func slice(_ packs: [Int], _ span: Range<Int>) -> [Int] {
    var before = 0
    return packs.map { amount in
      defer { before += amount }
      return span.clamped(to: before..<before + amount).count
    }
  }

  /// Door after door, as many as the cart's packs and the time allow.
  private func doors(_ index: Int, cart: Int, perPack: Int, longest: Int) -> [CarryJob] {
    let load = loads[index]
    var jobs: [CarryJob] = []
    var next = CarryJob(load: index, packs: load.packs.map { _ in 0 }, doors: 0)
    func close() {
      if next.doors > 0 || next.packCount > 0 { jobs.append(next) }
      next = CarryJob(load: index, packs: load.packs.map { _ in 0 }, doors: 0)
    }
    for door in 0..<load.doors {
      let own = load.packs.map { $0.shared(door + 1, of: load.doors) - $0.shared(door, of: load.doors) }
      let count = own.reduce(0, +)
      let seconds = (next.doors + 1) * load.perDoor + (next.packCount + count) * perPack
      if next.doors > 0, next.packCount + count > cart || seconds > longest { close() }
      if count > cart {
        // One household's packs fill carts of their own; its door counts once.
        let pieces = count.dividedRoundingUp(by: cart)
        for piece in 0..<pieces {
          let span = count.shared(piece, of: pieces)..<count.shared(piece + 1, of: pieces)
          jobs.append(CarryJob(load: index, packs: slice(own, span), doors: piece == 0 ? 1 : 0))
        }
        continue
      }
      for good in own.indices { next.packs[good] += own[good] }
      next.doors += 1
    }
    close()
    return jobs
  }
}
