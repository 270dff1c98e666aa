import Districts
import Units

/// A district as the roster's rules see it: duties, people, places, all worked out once.
struct RosterFacts: Sendable {
  let calendar: RosterCalendar
  let rules: RuleSettings
  let duties: [RosterDuty]
  /// One a duty.
  let facts: [DutyFact]
  let people: [RosterPerson]
  let places: RosterPlaces
  let pins: [RosterPin]
  let published: PublishedPlan
  let shares: FairShares
  /// Metres on foot from home, by person, then place.
  let homeMetres: [[Int?]]
  /// By duty, then seat: the number of the seat's class of equal skills and kinds.
  let seatClasses: [[Int]]
  private let takes: [Bool]
  private let seatClassCount: Int

  init(district: District, distribution: DistributionPlan?, carrying: CarryPlan? = nil) {
    let calendar = RosterCalendar(district: district)
    let duties = expandDuties(
      of: district, distribution: distribution, carrying: carrying, calendar: calendar)
    var rules = district.rules
    rules.rotation.from = rules.rotation.from ?? district.planDate
    self.calendar = calendar
    self.rules = rules
    self.duties = duties

    var placeNumbers: [PlaceID: Int] = [:]
    var placeIDs: [PlaceID] = []
    facts = duties.map { duty in
      let place = placeNumbers[duty.place] ?? placeIDs.count
      if place == placeIDs.count {
        placeNumbers[duty.place] = place
        placeIDs.append(duty.place)
      }
      return DutyFact(
        start: duty.span.start, end: duty.span.end, day: duty.day, date: district.planDate.advanced(by: duty.day),
        minutes: duty.span.minutes.rawValue, exposure: duty.exposure,
        isNight: calendar.nightMinutes(of: duty.span, district.night) >= district.night.atLeast, place: place,
        isCarrying: duty.isCarrying)
    }
    let places = RosterPlaces(ids: placeIDs, district: district)
    self.places = places

    let horizon = calendar.horizon
    let reach = Span(
      start: min(horizon.start, duties.first?.span.start ?? horizon.start),
      end: max(horizon.end, duties.map(\.span.end).max() ?? horizon.end))
    let presences = presences(of: district, calendar: calendar, reach: reach)
    let ledger = EffectiveLedger(district: district, calendar: calendar)
    var people = district.cadres.indices.map {
      RosterPerson(cadre: district.cadres[$0], presence: presences[$0], past: ledger.past[$0], horizon: horizon)
    }

    // Who has the skills for what, by classes of people and of seats.
    var skillClasses: [SkillClass: Int] = [:]
    var skillList: [SkillClass] = []
    for person in people.indices {
      let own = SkillClass(kind: people[person].cadre.kind, skills: Set(people[person].cadre.skills))
      people[person].skillClass = skillClasses[own] ?? skillList.count
      if skillClasses[own] == nil {
        skillClasses[own] = skillList.count
        skillList.append(own)
      }
    }
    var seatNumbers: [SeatClass: Int] = [:]
    var seatList: [SeatClass] = []
    seatClasses = duties.map { duty in
      duty.seats.map { seat in
        let own = SeatClass(skills: seat.skills, kinds: seat.kinds)
        if let number = seatNumbers[own] { return number }
        seatNumbers[own] = seatList.count
        seatList.append(own)
        return seatList.count - 1
      }
    }
    seatClassCount = seatList.count
    takes = skillList.flatMap { own in
      seatList.map { seat in Qualification.takes(kind: own.kind, skills: own.skills, seat.skills, seat.kinds) }
    }
    self.people = people

    let compounds = Dictionary(district.compounds.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    homeMetres = district.cadres.map { cadre in
      let home = cadre.coordinate ?? cadre.homeCompound.flatMap { compounds[$0]?.coordinate }
      return places.metresFromHome(of: cadre, home: home)
    }
    let dutyNumbers = Dictionary(
      duties.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    pins = RosterPin.read(from: district, duties: dutyNumbers)
    published = PublishedPlan(rows: ledger.published, duties: duties)
    shares = FairShares(people: people, duties: duties, facts: facts)
  }

  private struct SkillClass: Hashable {
    var kind: CadreKind
    var skills: Set<String>
  }
  private struct SeatClass: Hashable {
    var skills: [String]
    var kinds: [CadreKind]
  }

  /// Whether the seat asks for nothing that the person lacks.
  func takes(_ person: Int, duty: Int, seat: Int) -> Bool {
    takes[people[person].skillClass * seatClassCount + seatClasses[duty][seat]]
  }
  func takesAnywhere(_ person: Int, duty: Int) -> Bool {
    seatClasses[duty].indices.contains { takes(person, duty: duty, seat: $0) }
  }
}
