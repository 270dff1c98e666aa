import Districts
import Units

extension RandomDistrict {
  private func moment(day: Int, minute: Int) -> Moment {
    let zone = ZoneClock(identifier: district.timeZone) ?? .utc
    return zone.moment(district.planDate.advanced(by: day), ClockTime(minutes: minute))
  }

  mutating func drawSupply() {
    guard chance(30) else { return }
    district.depots = [Depot(id: DepotID("depot"), name: "depot", coordinate: nearby())]
    var vehicle = Vehicle(
      id: VehicleID("van"), depot: DepotID("depot"), capacityPacks: 100,
      from: ClockTime(minutes: pick([480, 540, 250])), to: ClockTime(minutes: pick([720, 1000])))
    vehicle.loaders = between(0, 1)
    district.vehicles = [vehicle]
    var point = DistributionPoint(
      id: PointID("point"), compound: CompoundID("K0"), coordinate: nearby(), householdsPerDeskHour: 60,
      openFrom: ClockTime(minutes: 1000), openTo: ClockTime(minutes: 1240))
    point.staff = [StaffNeed(kind: .cadre, count: 1), StaffNeed(kind: .volunteer, count: between(1, 2))]
    point.staffPer = chance(50) ? .point : .desk
    district.points = [point]
    guard chance(70) else { return }
    let zone = ZoneClock(identifier: district.timeZone) ?? .utc
    distribution = DistributionPlan(points: [
      OpenPoint(
        point: point.id, desks: between(1, 2), openFrom: LocalMoment(moment(day: 0, minute: 1020), in: zone),
        openTo: LocalMoment(moment(day: 0, minute: 1100), in: zone))
    ])
  }

  mutating func drawAvailability() {
    let usual = isFocus(.availability, .wishes) ? 4 : 1
    for cadre in district.cadres {
      for _ in 0..<between(0, usual) {
        let wide = chance(50)
        let from = wide ? between(0, 8) * 60 : between(5, 20) * 60
        let to = from + (wide ? between(12, 24) : between(1, 8)) * 60
        var level = pick([AvailabilityLevel.available, .desired, .undesired, .unavailable])
        if !isFocus(.availability), level == .unavailable, chance(60) { level = .undesired }
        let time: RowTime =
          chance(50)
          ? .daily(from: ClockTime(minutes: from), to: ClockTime(minutes: to), days: pick([.every, .every, .workday]))
          : .span(
            Span(
              start: moment(day: between(-1, 1), minute: from),
              end: moment(day: between(1, 2), minute: max(to, from + 1))))
        district.availability.append(AvailabilityRow(cadre: cadre.id, time: time, level: level))
      }
    }
  }

  mutating func drawLedger() {
    let many = isFocus(.weeklyMaximum, .consecutiveDays, .restDay, .fairHours, .fairNights, .minimumRest, .exposureMix)
    for cadre in district.cadres where chance(many ? 90 : 40) {
      let back = isFocus(.restDay) ? between(4, 7) : many ? between(1, 8) : between(1, 16)
      for day in 1...back where chance(isFocus(.restDay) ? 98 : many ? 85 : 30) {
        let from = pick([360, 480, 900, 1320])
        let span = Span(
          start: moment(day: -day, minute: from), end: moment(day: -day, minute: from + between(2, 10) * 60))
        var row = LedgerRow(cadre: cadre.id, span: span, kind: chance(80) ? .worked : .planned)
        row.exposure = chance(isFocus(.exposureMix) ? 60 : 20) ? between(1, 3) : 0
        district.ledger.append(row)
      }
      if chance(10) {
        let span = Span(start: moment(day: 1, minute: 600), end: moment(day: 1, minute: 700))
        district.ledger.append(LedgerRow(cadre: cadre.id, span: span, kind: .worked))
      }
    }
    guard chance(isFocus(.stability) ? 90 : 15) else { return }
    for cadre in district.cadres {
      for _ in 0..<between(0, 2) {
        let post = pick(district.posts)
        guard let shift = district.shifts.first(where: { $0.id == post.shift }) else { continue }
        let start = moment(day: between(0, district.planDays - 1), minute: shift.from.minutes) - pick([0, post.setup])
        var row = LedgerRow(cadre: cadre.id, span: Span(start: start, end: start + Minutes(240)), kind: .planned)
        if !chance(10) { row.site = PlaceID(post.site) }
        row.post = post.post
        district.ledger.append(row)
      }
    }
  }

  mutating func drawRules() {
    var rules = RuleSettings()
    rules.minimumRest.minutes = Minutes(isFocus(.minimumRest) ? between(10, 18) * 60 : pick([0, 300, 600, 660]))
    // Limits that some roster hits exactly: a shift, or two.
    let shifts = district.shifts.map { $0.to.minutes - $0.from.minutes }
    let sum = pick(shifts) + (chance(50) ? pick(shifts) : 0)
    rules.dailyMaximum.minutes = Minutes(isFocus(.dailyMaximum) ? sum : pick([720, 1440]))
    rules.weeklyMaximum.minutes = Minutes(
      isFocus(.weeklyMaximum) ? sum + between(4, 26) * 60 : isFocus(.restDay) ? 10_000 : pick([2400, 3600, 10_000]))
    rules.consecutiveDays.days = isFocus(.consecutiveDays) ? between(2, 5) : isFocus(.restDay) ? 30 : pick([4, 6, 10])
    if chance(isFocus(.rotation) ? 100 : 15) {
      rules.rotation.cycle = pick([["A", "B"], ["B", "A", "A"], ["A", "B", "C"]])
      if chance(50) { rules.rotation.from = district.planDate.advanced(by: between(-9, 3)) }
    }
    if chance(isFocus(.exposureMix) ? 100 : 15) { rules.exposureMix.days = between(1, 3) }
    let weights = [0, 1, 2, 3, 7]
    rules.fairHours.weight = isFocus(.fairHours) ? between(1, 5) : pick(weights)
    rules.fairNights.weight = isFocus(.fairNights) ? between(1, 9) : pick(weights)
    rules.nearHome.weight = isFocus(.nearHome) ? between(1, 3) : pick(weights)
    rules.wishes.weight = isFocus(.wishes) ? between(1, 3) : pick(weights)
    rules.buddies.weight = isFocus(.buddies) ? between(1, 15) : pick(weights)
    rules.unitTogether.weight = isFocus(.unitTogether) ? between(1, 5) : pick(weights)
    rules.restDay.weight = isFocus(.restDay) ? between(1, 20) : pick(weights)
    rules.stability.weight = isFocus(.stability) ? between(1, 8) : pick(weights)
    district.rules = rules
  }

  mutating func drawPins() {
    guard chance(isFocus(.pins) ? 95 : 10) else { return }
    for _ in 0..<(isFocus(.pins) ? between(2, 5) : between(1, 3)) {
      let post = pick(district.posts)
      let date = district.planDate.advanced(by: between(0, district.planDays - 1))
      let duty = DutyID(site: PlaceID(post.site), post: post.post, shift: post.shift.text, date: date.description)
      var pin = Pin(
        target: .roster(pick(district.cadres).id, duty), level: pick([.prefer, .prefer, .who, .whoOrder, .frozen]))
      pin.must = chance(60)
      district.pins.append(pin)
    }
  }
}
