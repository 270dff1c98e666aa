import Districts
import Units

/// A small district drawn from a seed, with every rule at work now and then and the one under test often.
struct RandomDistrict {
  var district = District()
  var distribution: DistributionPlan?
  let focus: Set<RuleID>
  var random: SeededRandom

  init(seed: UInt64, focus: Set<RuleID>) {
    self.focus = focus
    random = SeededRandom(seed: seed)
    drawCalendar()
    drawPlaces()
    drawPeople()
    drawPosts()
    drawSupply()
    drawAvailability()
    drawLedger()
    drawRules()
    drawPins()
  }

  mutating func chance(_ percent: Int) -> Bool { random.below(100) < percent }
  mutating func pick<Element>(_ list: [Element]) -> Element { list[random.below(list.count)] }
  mutating func between(_ low: Int, _ high: Int) -> Int { low + random.below(high - low + 1) }
  func isFocus(_ rules: RuleID...) -> Bool { !focus.isDisjoint(with: rules) }

  private mutating func drawCalendar() {
    district.name = "drawn"
    district.planDate = CalendarDate(dayNumber: 18_993 + random.below(30))
    if chance(8) {
      // A night on which the clock changes lies within the horizon.
      district.timeZone = "Europe/Berlin"
      district.planDate = pick(
        ["2022-03-25", "2022-03-26", "2022-10-29", "2022-10-30"].compactMap { CalendarDate($0) })
    }
    district.planDays = isFocus(.unitTogether) ? pick([1, 1, 2]) : between(1, 3)
    if isFocus(.weeklyMaximum, .consecutiveDays) { district.planDays = between(2, 9) }
    if isFocus(.restDay) { district.planDays = between(1, 4) }
    if isFocus(.minimumRest) { district.planDays = between(2, 3) }
    district.serviceDayStart = ClockTime(minutes: pick([300, 300, 0, 270, 360]))
    district.defaultAvailability = chance(75) ? .always : .never
    if chance(20) { district.holidays = [district.planDate.advanced(by: random.below(2))] }
    if chance(30) {
      district.night.from = ClockTime(minutes: pick([21 * 60, 23 * 60, 24 * 60]))
      district.night.atLeast = pick([60, 120, 121, 360])
    }
    let spans = [
      (360, 720), (480, 960), (720, 1080), (960, 1320), (1320, 1800), (240, 480), (1080, 1200), (1200, 1560),
    ]
    var end = 400
    district.shifts = (0..<between(2, 4)).map { number in
      var (from, to) = number == 0 && isFocus(.noNight, .fairNights) ? (1320, 1800) : pick(spans)
      if isFocus(.noOverlap) {
        // One after another, with little time for the way between.
        from = end + between(0, 12)
        to = from + between(10, 30) * 10
        end = to
      }
      let shift = isFocus(.noOverlap) ? 0 : between(-2, 2) * 10
      return Shift(
        id: ShiftID("s\(number)"), name: "shift \(number)", from: ClockTime(minutes: from + shift),
        to: ClockTime(minutes: to + shift + between(0, 1) * 7))
    }
  }

  mutating func nearby() -> Coordinate {
    Coordinate(latitude: 34.2 + Double(random.below(400)) * 1e-4, longitude: 108.9 + Double(random.below(400)) * 1e-4)
  }

  private mutating func drawPlaces() {
    district.compounds = (0..<2).map { number in
      var compound = Compound(id: CompoundID("K\(number)"), name: "compound \(number)")
      if number == 0 { compound.coordinate = Coordinate(latitude: 34.21, longitude: 108.91) }
      return compound
    }
    let sites = isFocus(.unitTogether) ? between(2, 4) : between(1, 3)
    for number in 0..<sites {
      var site = Site(id: SiteID("P\(number)"), name: "site \(number)")
      if !chance(10) { site.coordinate = nearby() }
      district.sites.append(site)
    }
    for _ in 0..<(chance(40) ? 2 : 0) {
      let from = PlaceID(chance(70) ? pick(district.sites).id.text : pick(["C0", "C1", "K0", "K1"]))
      let to = PlaceID(pick(district.sites).id)
      guard from != to, !district.travelRows.contains(where: { $0.from == from && $0.to == to }) else { continue }
      district.travelRows.append(
        TravelRow(
          from: from, to: to, mode: chance(60) ? .foot : .vehicle, metres: Metres(between(500, 4000)),
          seconds: Seconds(between(300, 9000))))
    }
  }

  private mutating func drawPeople() {
    for number in 0..<between(2, 5) {
      var cadre = Cadre(
        id: CadreID("C\(number)"), name: "cadre \(number)", kind: pick([.cadre, .cadre, .volunteer, .medic, .driver]))
      if chance(isFocus(.unitTogether) ? 90 : 60) {
        cadre.sendingUnit = chance(isFocus(.unitTogether) ? 97 : 75) ? "U1" : "U2"
      }
      if chance(40) { cadre.skills.append("test") }
      if chance(40) { cadre.skills.append("drive") }
      if chance(60) { cadre.coordinate = nearby() }
      if chance(60) { cadre.homeCompound = pick(district.compounds).id }
      cadre.mayLead = chance(50)
      cadre.health = chance(isFocus(.health) ? 50 : 88) ? .fit : pick([.watch, .unfit])
      if chance(60) { cadre.group = pick(["A", "B", "C"]) }
      cadre.noNight = chance(isFocus(.noNight) ? 60 : 15)
      if chance(20) { cadre.maximumDay = Minutes(between(3, 14) * 60) }
      if chance(20) { cadre.maximumWeek = Minutes(between(6, 60) * 60) }
      district.cadres.append(cadre)
    }
    if chance(isFocus(.buddies) ? 90 : 30) {
      district.cadres[0].buddy = district.cadres[1].id
      district.cadres[1].buddy = district.cadres[0].id
    }
  }

  private mutating func drawPosts() {
    let rows =
      district.planDays > 3 ? between(1, 2) : between(isFocus(.unitTogether) ? 3 : 2, max(3, 6 / district.planDays))
    let sites = district.sites.count
    for number in 0..<rows {
      let target = between(1, 2)
      var row = PostRow(
        site: isFocus(.unitTogether) ? district.sites[number % sites].id : pick(district.sites).id,
        post: "post\(number)", kind: .checkpoint, shift: pick(district.shifts).id,
        target: target)
      row.minimum = between(0, target)
      row.maximum = target + between(0, 1)
      row.lead = chance(isFocus(.oneLead) ? 80 : 25)
      row.priority = between(1, 5)
      if chance(25) { row.setup = Minutes(between(0, 4) * 15) }
      if chance(25) { row.cleanup = Minutes(between(0, 3) * 10) }
      if chance(25) { row.handover = 5 }
      row.exposure = chance(isFocus(.exposureMix, .health) ? 60 : 20) ? between(1, 3) : 0
      if chance(15) { row.days = pick([.workday, .holiday, .weekdays([1, 3, 6]), .dates([district.planDate])]) }
      if chance(isFocus(.qualification) ? 60 : 20) { row.skills = ["test"] }
      if chance(20) { row.kinds = [.cadre, .medic] }
      district.posts.append(row)
      if chance(30) {
        row.seat = "second"
        row.skills = chance(50) ? ["test", "drive"] : []
        row.kinds = []
        row.priority = between(1, 5)
        row.minimum = 0
        district.posts.append(row)
      }
    }
  }
}
