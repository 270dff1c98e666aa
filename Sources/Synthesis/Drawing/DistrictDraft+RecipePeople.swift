import Districts
import Units

extension DistrictDraft {
  /// Drivers for every vehicle and half as many more; of the rest half are cadres and the others mostly volunteers.
  mutating func addPeople(_ recipe: DistrictRecipe, _ compounds: [CompoundSketch]) {
    let digits = max(3, String(recipe.people).utf8.count)
    let drivers = recipe.vehicles == 0 ? 0 : (recipe.vehicles * 3).dividedRoundingUp(by: 2)
    let rest = recipe.people - drivers
    let cadres = rest * 46 / 100
    let medics = rest * 3 / 100
    let community = rest * 6 / 100
    let property = rest * 6 / 100
    let volunteers = rest - cadres - medics - community - property
    let centre = Position(east: 0, north: 0)
    let reach = 1500 + (compounds.map { abs($0.corner.east) }.max() ?? 0)
    let units = shuffled(PlaceNames.bureaus)
    let homes = HomeSketch.around(centre, radius: reach)
    add(
      PeopleSketch(
        kind: .cadre, count: cadres, sendingUnits: Array(units.prefix(max(1, min(units.count, cadres / 8)))),
        sometimes: [("entry", 45)], leadPercent: 45, noNightPercent: 15, home: homes), digits: digits)
    add(
      PeopleSketch(
        kind: .volunteer, count: volunteers, sometimes: [("entry", 25)], leadPercent: 6, noNightPercent: 25,
        home: .compounds(compounds.map(\.id))), digits: digits)
    add(
      PeopleSketch(kind: .driver, count: drivers, sendingUnits: ["保供车队"], skills: ["drive"], home: homes),
      digits: digits)
    add(
      PeopleSketch(kind: .medic, count: medics, sendingUnits: ["社区卫生服务中心"], skills: ["medic"], home: homes),
      digits: digits)
    add(
      PeopleSketch(
        kind: .community, count: community, sendingUnits: ["社区居委会"], skills: ["entry"], leadPercent: 60, home: homes),
      digits: digits)
    add(
      PeopleSketch(kind: .property, count: property, sendingUnits: ["物业公司"], leadPercent: 15, home: homes),
      digits: digits)
    pairSome(percent: 20)
    addStates(recipe)
  }

  private mutating func addStates(_ recipe: DistrictRecipe) {
    for person in district.cadres.indices {
      let kind = district.cadres[person].kind
      if kind != .driver, chance(percent: 3) { district.cadres[person].health = pick([.watch, .unfit]) }
      if kind == .volunteer, chance(percent: 50) {
        sayDaily(
          person, .available, from: ClockTime(minutes: 15 * 60), to: ClockTime(minutes: 22 * 60 + 30))
      } else if kind != .driver, chance(percent: 6) {
        say(person, .unavailable, day: number(0...recipe.days - 1), pick([5, 13]), pick([18, 22]))
      }
      if chance(percent: 8) { say(person, .undesired, day: number(0...recipe.days - 1), 22, 30) }
      if chance(percent: 8) { say(person, .desired, day: number(0...recipe.days - 1), 14, 22) }
      let site = district.sites[random.below(district.sites.count)].id.text
      switch kind {
      case .driver:
        if let depot = district.depots.first {
          let hours = recipe.crewHours
          // Twelve hours a day are five days a week at most.
          addLedger(
            person, work: [PastWork(depot.id.text, "crew", hours.lowerBound, hours.upperBound)],
            percent: recipe.needsTrucks ? 45 : 55)
        }
      default:
        addLedger(
          person,
          work: [
            PastWork(site, "gate", 6, 14), PastWork(site, "gate", 14, 22), PastWork(site, "gate", 22, 30),
            PastWork(site, "order", 6, 10, exposure: 1), PastWork(site, "errands", 10, 15),
          ], percent: 50)
      }
    }
  }
}
