/// One person's limits over several service days.
struct PatternLimits {
  let runBefore: Int
  let longestRun: Int
  private let days: Int
  private let weeklyLimit: Int
  private let dailyLimit: Int
  /// By day: minutes of the ledger in the seven days that end on it.
  private let before: [Int]

  init(_ p: Int, in roster: RosterCase) {
    let person = roster.raw.people[p]
    days = roster.raw.time.days
    runBefore = person.runBefore
    longestRun = roster.raw.district.rules.consecutiveDays.days
    weeklyLimit = roster.weeklyLimit(p)
    dailyLimit = max(0, roster.dailyLimit(p))
    before = (0..<days).map { person.recentMinutes.prefix(max(0, 6 - $0)).saturatedSum }
  }

  /// - Parameter week: minutes of the days up to this one since the last whose number seven divides.
  func allows(week: Int, on day: Int) -> Bool { week == 0 || week +| before[day] <= weeklyLimit }

  /// Whether the limit can refuse anything in the rest of these seven days.
  func matters(week: Int, after day: Int) -> Bool {
    var most = week
    for later in day + 1..<max(day + 1, min(days, day / 7 * 7 + 7)) {
      most = most +| dailyLimit
      if most +| before[later] > weeklyLimit { return true }
    }
    return false
  }

  /// The run, or one as good as it for the days that are left.
  func relevant(run: Int, after day: Int) -> Int {
    let left = days - 1 - day
    if run + left <= 5, run + left <= longestRun { return 0 }
    return run +| left <= longestRun ? min(run, 5) : run
  }
}
