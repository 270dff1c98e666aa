import Units

/// The waiting at one point, told by the work that is still to be done whenever somebody is called.
///
/// Everybody called comes at once. Work is counted in 3,600ths of a household: a household brings 3,600, and the desks
/// do `rate` each second, the households that they serve in an hour.
struct WaitingLine {
  let rate: Int
  let opens: Moment
  /// Σ over households of the work before and of each, the most of one household, and the most households there.
  private(set) var sum = Int128.zero
  private(set) var worst = Int128.zero
  private(set) var crowd = Int128.zero
  private var work = Int128.zero
  private var at: Moment

  init(rate: Int, opens: Moment, called: [Moment: Int]) {
    self.rate = max(1, rate)
    self.opens = opens
    at = opens
    for (moment, households) in called.sorted(by: { $0.key < $1.key }) where households > 0 {
      call(Int128(households), moment)
    }
  }

  private mutating func call(_ households: Int128, _ moment: Moment) {
    let passed = Int128(moment.seconds) - Int128(at.seconds)
    work = max(0, work - passed * Int128(rate))
    at = moment
    // Whoever is being served is still there.
    crowd = max(crowd, (work + 3599) / 3600 + households)
    // work + 3,600 + … + work + 3,600 n.
    sum = stopped(sum, plus: stopped(households, times: work))
    sum = stopped(sum, plus: stopped(1800 * households, times: households + 1))
    work = stopped(work, plus: 3600 * households)
    worst = max(worst, work)
  }

  var seconds: Int { rounded(sum) }
  var worstSeconds: Int { min(rounded(worst), Self.longest) }
  /// When the work is done, counted from the opening.
  var end: Moment {
    let last = Int128(at.seconds) - Int128(opens.seconds) + Int128(rounded(work))
    return Moment(seconds: opens.seconds +| min(Int(clamping: last), Self.longest))
  }

  /// Seconds that an amount of work takes, rounded up.
  private func rounded(_ amount: Int128) -> Int { Int(clamping: (amount + Int128(rate) - 1) / Int128(rate)) }
  private func stopped(_ a: Int128, plus b: Int128) -> Int128 {
    let (sum, overflow) = a.addingReportingOverflow(b)
    return overflow ? Self.most : min(sum, Self.most)
  }
  private func stopped(_ a: Int128, times b: Int128) -> Int128 {
    let (product, overflow) = a.multipliedReportingOverflow(by: b)
    return overflow ? Self.most : min(product, Self.most)
  }

  /// What waits longer is not told apart.
  private static let longest = 100_000_000_000
  /// Far above 64 bits of seconds, and far enough below 128 bits to add to it.
  private static let most = Int128.max / 4
}
