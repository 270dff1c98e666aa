import Rostering

/// Lists parts and cores of one pair after another.
struct JointBuilder {
  private let kinds: KindTables
  private(set) var togetherStart = [0]
  private(set) var coupleStart = [0]
  private(set) var coupleFirst: [Int] = []
  private(set) var coupleSecond: [Int] = []
  private(set) var sideCombo: [Int] = []
  private(set) var subStart = [0]
  private(set) var subPart: [Int] = []
  private(set) var subPlaces: [UInt8] = []
  private(set) var coreStart = [0]
  private(set) var corePart: [Int] = []
  private(set) var termStart = [0]
  private(set) var term: [Int] = []
  private(set) var mostTerms = 0
  private(set) var mostParts = 0

  /// Kinds of a part, in one number; nothing: 0.
  fileprivate struct Parts {
    var number: [Int: Int] = [:]
    var kinds: [[Int]] = []
    /// Those of a core, counted.
    var used: [Int] = []
    var usedCount = 0
  }

  init(_ kinds: KindTables) { self.kinds = kinds }

  /// False where there are too many cores; the pair is then left out.
  mutating func add(_ pair: RosterProblem.Pair, mostCores: Int) -> Bool {
    let before = (coupleStart.count, coupleFirst.count, corePart.count, termStart.count, term.count)
    let (one, other) = (kinds.kinds(of: pair.first), kinds.kinds(of: pair.second))
    let partners = addCouples(one, other)
    var sides = [
      parts(of: pair.first) { !partners[$0].isEmpty },
      parts(of: pair.second) { kind in partners.contains { $0.contains { $0.kind == kind } } },
    ]
    let most = 2 * mostCores + before.2
    for part in sides[0].kinds.indices {
      match(sides[0].kinds[part][...], part, [], [], partners, &sides)
      guard corePart.count <= most else {
        coupleStart.removeLast(coupleStart.count - before.0)
        coupleFirst.removeLast(coupleFirst.count - before.1)
        coupleSecond.removeLast(coupleSecond.count - before.1)
        corePart.removeLast(corePart.count - before.2)
        termStart.removeLast(termStart.count - before.3)
        term.removeLast(term.count - before.4)
        return false
      }
    }
    let together = coupleStart.count - before.0
    togetherStart.append(togetherStart[togetherStart.count - 1] + together)
    coreStart.append(corePart.count / 2)
    addSubs(pair.first, sides[0])
    addSubs(pair.second, sides[1])
    mostTerms = max(mostTerms, one.count + other.count + together)
    mostParts = max(mostParts, sides[0].usedCount, sides[1].usedCount)
    return true
  }

  /// Kinds of the second person, and terms, that go together with each kind of the first, and their couples of items.
  private mutating func addCouples(_ one: Range<Int>, _ other: Range<Int>) -> [[(kind: Int, term: Int)]] {
    var partners = [[(kind: Int, term: Int)]](repeating: [], count: one.count)
    var term = one.count + other.count
    for a in one {
      for b in other {
        let from = coupleFirst.count
        addCouples(a, b)
        guard coupleFirst.count > from else { continue }
        coupleStart.append(coupleFirst.count)
        partners[a - one.lowerBound].append((b - other.lowerBound, term))
        term += 1
      }
    }
    return partners
  }

  /// Items of both kinds with the same duty. Both lists ascend by duty.
  private mutating func addCouples(_ a: Int, _ b: Int) {
    let (mine, theirs) = (kinds.items(of: a), kinds.items(of: b))
    var from = theirs.lowerBound
    for item in mine {
      let duty = kinds.duty(of: item)
      while from < theirs.upperBound, kinds.duty(of: from) < duty { from += 1 }
      var at = from
      while at < theirs.upperBound, kinds.duty(of: at) == duty {
        coupleFirst.append(item)
        coupleSecond.append(at)
        at += 1
      }
    }
  }

  /// Kinds of a combination, by number within the person.
  private func kindsOf(_ combo: Int, _ own: Range<Int>) -> [Int] {
    (0..<KindTables.mostTogether).map { Int(kinds.comboKind[combo * KindTables.mostTogether + $0]) }
      .filter { $0 >= 0 }.map { $0 - own.lowerBound }
  }

  /// One number for kinds that ascend, of which there are at most four and each below 255.
  private func key(_ some: some Sequence<Int>) -> Int { some.reduce(0) { $0 << 8 | ($1 + 1) } }

  /// Every part of a combination's kinds that somebody could do with the buddy; the empty one first.
  private func parts(of person: Int, with isShared: (Int) -> Bool) -> Parts {
    let own = kinds.kinds(of: person)
    let shared = (0..<own.count).map(isShared)
    var parts = Parts()
    for combo in kinds.combos(of: person) {
      let members = kindsOf(combo, own).filter { shared[$0] }.sorted()
      for mask in 0..<(1 << members.count) {
        let some = members.indices.filter { mask >> $0 & 1 == 1 }.map { members[$0] }
        let key = key(some)
        guard parts.number[key] == nil else { continue }
        parts.number[key] = parts.kinds.count
        parts.kinds.append(some)
      }
    }
    parts.used = [Int](repeating: -1, count: parts.kinds.count)
    return parts
  }

  /// Every way to pair the kinds off with kinds of a part of the second person.
  private mutating func match(
    _ left: ArraySlice<Int>, _ part: Int, _ theirs: [Int], _ terms: [Int], _ partners: [[(kind: Int, term: Int)]],
    _ sides: inout [Parts]
  ) {
    guard let kind = left.first else {
      guard let mate = sides[1].number[key(theirs.sorted())] else { return }
      corePart += [sides[0].use(part), sides[1].use(mate)]
      term += terms
      termStart.append(term.count)
      return
    }
    for partner in partners[kind] where !theirs.contains(partner.kind) {
      match(left.dropFirst(), part, theirs + [partner.kind], terms + [partner.term], partners, &sides)
    }
  }

  /// The parts of a core of every combination of one side.
  private mutating func addSubs(_ person: Int, _ parts: Parts) {
    let own = kinds.kinds(of: person)
    sideCombo.append(subStart.count - 1)
    for combo in kinds.combos(of: person) {
      let members = kindsOf(combo, own)
      for places in 0..<(1 << members.count) {
        let some = members.indices.filter { places >> $0 & 1 == 1 }.map { members[$0] }.sorted()
        guard let part = parts.number[key(some)], parts.used[part] >= 0 else { continue }
        subPart.append(parts.used[part])
        subPlaces.append(UInt8(places))
      }
      subStart.append(subPart.count)
    }
  }
}

extension JointBuilder.Parts {
  /// The part's number among those of a core.
  fileprivate mutating func use(_ part: Int) -> Int {
    if used[part] < 0 {
      used[part] = usedCount
      usedCount += 1
    }
    return used[part]
  }
}
