/// The name closest to `written` by edit distance, if it is close enough to be meant.
///
/// Distance: insertions, deletions, substitutions and swaps of neighbours (Damerau, 1964), at most a third of the
/// length. Ties go to the earlier candidate.
/// - Complexity: O(n · m) per candidate of similar length.
public func nearestName(to written: String, among candidates: some Sequence<String>) -> String? {
  let wanted = Array(written.lowercased().unicodeScalars)
  guard wanted.count <= 64 else { return nil }
  var best: String?
  var bestDistance = max(1, wanted.count / 3) + 1
  for candidate in candidates {
    let scalars = Array(candidate.lowercased().unicodeScalars)
    guard abs(scalars.count - wanted.count) < bestDistance else { continue }
    let distance = editDistance(wanted, scalars)
    if distance < bestDistance { (best, bestDistance) = (candidate, distance) }
  }
  return best
}

func editDistance(_ a: [Unicode.Scalar], _ b: [Unicode.Scalar]) -> Int {
  var before: [Int] = []
  var previous = Array(0...b.count)
  for i in a.indices {
    var current = [i + 1]
    for j in b.indices {
      var distance = min(previous[j] + (a[i] == b[j] ? 0 : 1), previous[j + 1] + 1, current[j] + 1)
      if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] { distance = min(distance, before[j - 1] + 1) }
      current.append(distance)
    }
    before = previous
    previous = current
  }
  return previous[b.count]
}
