import Districts
import Units

extension RosterCase {
  /// The desired spans cut by service days of the horizon, where some duty of that day overlaps the piece and nothing
  /// but the person's other duties could refuse it.
  func desiredPieces(_ p: Int) -> [Span] {
    guard !raw.people[p].desired.isEmpty else { return [] }
    let days = (0..<raw.time.days).map { raw.time.span(ofDay: $0) }
    return raw.people[p].desired.flatMap { desired in
      days.indices.compactMap { day in
        let piece = desired.clipped(to: days[day])
        guard !piece.isEmpty else { return nil }
        let possible = duties.indices.contains { d in
          duties[d].day == day && duties[d].span.overlaps(piece) && couldServe(p, d)
        }
        return possible ? piece : nil
      }
    }
  }

  /// 10 for a duty that overlaps an undesired span.
  func undesired(_ p: Int, _ d: Int) -> Int {
    raw.people[p].undesired.contains { $0.overlaps(duties[d].span) } ? 10 : 0
  }

  /// 10 a duty in an undesired span, 5 a desired piece without a duty.
  func wishes(_ p: Int, held: [Int], pieces: [Span]) -> Int {
    let missed = pieces.count { piece in !held.contains { duties[$0].span.overlaps(piece) } }
    return raw.district.rules.wishes.weight *| (5 *| missed +| held.map { undesired(p, $0) }.saturatedSum)
  }

  var wishesAmount: Int {
    held.indices.map { wishes($0, held: held[$0], pieces: desiredPieces($0)) }.saturatedSum
  }
}
