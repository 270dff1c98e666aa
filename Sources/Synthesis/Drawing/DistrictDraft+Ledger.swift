import Districts
import Units

/// A kind of work that people did on the days before the plan.
struct PastWork {
  var site: String
  var post: String
  var from: ClockTime
  var to: ClockTime
  var exposure: Int
  var isNight: Bool { to.minutes > 1440 }
  init(_ site: String, _ post: String, _ from: Int, _ to: Int, exposure: Int = 0) {
    self.site = site
    self.post = post
    self.exposure = exposure
    self.from = ClockTime(minutes: from * 60)
    self.to = ClockTime(minutes: to * 60)
  }
}

extension DistrictDraft {
  /// Adds what one person did in the fourteen days before the plan.
  ///
  /// The rows keep the rules that a plan keeps: ten hours of rest, at most five days in a row, no nights for people
  /// who have none; `turn` says on which days the person could be called.
  mutating func addLedger(
    _ person: Int, work: [PastWork], percent: Int, turn: (CalendarDate) -> Bool = { _ in true }
  ) {
    let cadre = district.cadres[person]
    let possible = work.filter { !($0.isNight && cadre.noNight) }
    var run = 0
    var free = Moment(seconds: .min / 2)
    for back in stride(from: 14, through: 1, by: -1) {
      let date = district.planDate.advanced(by: -back)
      let choices = possible.filter {
        DrawnClock.span(date, $0.from, $0.to).start.seconds - free.seconds >= 600 * 60
      }
      guard turn(date), run < 5, !choices.isEmpty, chance(percent: percent) else {
        run = 0
        continue
      }
      let done = pick(choices)
      let span = DrawnClock.span(date, done.from, done.to)
      var row = LedgerRow(cadre: cadre.id, span: span, kind: .worked)
      row.site = PlaceID(done.site)
      row.post = done.post
      row.exposure = done.exposure
      district.ledger.append(row)
      free = span.end
      run += 1
    }
  }
}
