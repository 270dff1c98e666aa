/// What a change adds to the three things that a roster is judged by.
struct SearchDelta: Sendable, Hashable, Comparable {
  /// How far hard rules that the search may cross are broken: totals and seats' maxima (`SearchTotals.breachScale`).
  var breach = 0
  /// Levels 1 and 2 in one number.
  var shortage = 0
  /// Level 3.
  var preference = 0

  @inline(__always) static func + (a: SearchDelta, b: SearchDelta) -> SearchDelta {
    var sum = a
    sum += b
    return sum
  }

  @inline(__always) static func += (a: inout SearchDelta, b: SearchDelta) {
    a.breach &+= b.breach
    a.shortage &+= b.shortage
    a.preference &+= b.preference
  }

  /// Fewer breaches first, then the levels.
  @inline(__always) static func < (a: SearchDelta, b: SearchDelta) -> Bool {
    a.breach != b.breach
      ? a.breach < b.breach : a.shortage != b.shortage ? a.shortage < b.shortage : a.preference < b.preference
  }
}
