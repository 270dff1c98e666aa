import Districts

extension SupplyCase {
  var matches: [RuleMatch] {
    let scarce = scarceGoods
    return lines.indices.flatMap { l -> [RuleMatch] in
      let figures: [RuleMatch.Figure: Int] = [
        .given: given[l], .asked: lines[l].asked, .households: lines[l].households,
      ]
      let about: [RuleMatch.Subject: String] = [.line: lines[l].id]
      return [
        RuleMatch("supply", .shortPacks, about, short(l), figures),
        RuleMatch("supply", .unevenShares, about, uneven(l, scarce), figures),
      ]
    }
  }
}

extension DistributionCase {
  var matches: [RuleMatch] {
    pointMatches + buildingMatches + needMatches
      + batchPins.filter { $0.level == .prefer && !holds($0) }.map { match(.pins, [.pin: $0.id], 8) }
  }

  private func match(
    _ rule: RuleID, _ about: [RuleMatch.Subject: String], _ amount: Int, _ figures: [RuleMatch.Figure: Int] = [:]
  ) -> RuleMatch {
    RuleMatch("distribution", rule, about, amount, figures)
  }

  private var pointMatches: [RuleMatch] {
    raw.district.points.indices.map { i in
      let (staff, seconds) = staffing(i)
      return match(
        .staffTime, [.point: raw.district.points[i].id.text], 5 *| staff *| seconds,
        [.people: staff, .seconds: seconds])
    }
  }

  private var buildingMatches: [RuleMatch] {
    batches.indices.flatMap { b -> [RuleMatch] in
      let about: [RuleMatch.Subject: String] = [.building: raw.district.buildings[b].id.text]
      return [
        match(.unservedHouseholds, about, 9 *| missing(b), [.missing: missing(b)]),
        match(.walking, about, walking(b), [.households: batches[b].map(\.households).saturatedSum]),
      ]
    }
  }

  private var needMatches: [RuleMatch] {
    helpers.indices.flatMap { n -> [RuleMatch] in
      let need = raw.district.needs[n]
      guard !helpers[n].isEmpty else {
        let weight = weight(ofPriority: need.priority)
        return [match(.unservedNeeds, [.need: need.id.text], weight, [.weight: weight])]
      }
      return helpers[n].flatMap { p -> [RuleMatch] in
        let about: [RuleMatch.Subject: String] = [.need: need.id.text, .cadre: raw.district.cadres[p].id.text]
        let seconds = walking(helper: p, n)
        return [
          match(.helperWalking, about, seconds, [.seconds: seconds]),
          match(.changedHelper, about, isOther(p, n) ? 600 : 0),
        ]
      }
    }
  }
}

extension CarryCase {
  var matches: [RuleMatch] {
    carried.indices.map { b in
      RuleMatch(
        "carrying", .uncarried, [.building: raw.district.buildings[b].id.text], 9 *| missing(b),
        [.missing: missing(b)])
    }
      + plan.teams.indices.map { t in
        RuleMatch(
          "carrying", .carryTime, [.team: name(t)], 5 *| teamSize *| seconds(ofTeam: t),
          [.people: teamSize, .seconds: seconds(ofTeam: t)])
      }
  }
}

extension RouteCase {
  var matches: [RuleMatch] {
    demands.indices.map { d in
      let weight = weight(ofPriority: demands[d].priority)
      return RuleMatch(
        "routes", .undelivered, [.demand: demands[d].id], missing(d) *| weight,
        [.missing: missing(d), .wanted: demands[d].packs, .weight: weight])
    }
      + plan.routes.indices.flatMap { r -> [RuleMatch] in
        let (parts, way) = (costs(r), length(r))
        let about: [RuleMatch.Subject: String] = [.vehicle: plan.routes[r].vehicle.text]
        return [
          RuleMatch("routes", .fixedCost, about, parts.fixed),
          RuleMatch("routes", .distanceCost, about, parts.distance, [.metres: way.metres]),
          RuleMatch("routes", .timeCost, about, parts.time, [.seconds: way.seconds]),
        ]
      }
      + routePins.filter { $0.level == .prefer && !holds($0) }
      .map { RuleMatch("routes", .pins, [.pin: $0.id], 8) }
  }
}
