import Districts

extension RosterCase {
  var matches: [RuleMatch] {
    seatMatches + leadMatches + fairMatches + dutyMatches + pieceMatches + togetherMatches + stabilityMatches
      + pinMatches
  }

  private func match(
    _ rule: RuleID, _ about: [RuleMatch.Subject: String], _ amount: Int, _ figures: [RuleMatch.Figure: Int] = [:]
  ) -> RuleMatch {
    RuleMatch("roster", rule, about, amount, figures)
  }

  private var seatMatches: [RuleMatch] {
    duties.indices.flatMap { d in
      duties[d].seats.indices.flatMap { s -> [RuleMatch] in
        let seat = duties[d].seats[s]
        func match(_ rule: RuleID, _ missing: Int, _ wanted: Int) -> RuleMatch {
          self.match(
            rule, [.duty: duties[d].id, .seat: seat.name], missing *| seat.weight,
            [.missing: missing, .wanted: wanted, .weight: seat.weight])
        }
        return [
          match(.minimumCover, missingMinimum(d, s), seat.minimum),
          match(.targetCover, missingTarget(d, s), seat.target),
        ]
      }
    }
  }

  private var leadMatches: [RuleMatch] {
    duties.indices.filter(lacksLead).map { match(.oneLead, [.duty: duties[$0].id], duties[$0].leadWeight) }
  }

  private var fairMatches: [RuleMatch] {
    let (hours, nights) = (sharesOf(pool: hoursPool), sharesOf(pool: nightsPool))
    return held.indices.flatMap { p -> [RuleMatch] in
      let person = raw.people[p]
      let minutes = held[p].map { duties[$0].minutes }.saturatedSum
      return [
        match(
          .fairHours, [.cadre: name(p)], fairHours(p, held: held[p], share: hours[p]),
          [.planned: minutes, .past: person.pastMinutes, .share: hours[p]]),
        match(
          .fairNights, [.cadre: name(p)], fairNights(p, held: held[p], share: nights[p]),
          [.planned: held[p].count { duties[$0].isNight }, .past: person.pastNights, .share: nights[p]]),
        match(
          .restDay, [.cadre: name(p)], restDay(p, held: held[p]), [.days: runs(p, held[p]).map(\.length).max() ?? 0]),
      ]
    }
  }

  private var dutyMatches: [RuleMatch] {
    held.indices.flatMap { p in
      held[p].flatMap { d -> [RuleMatch] in
        let place = Spot(ids: [duties[d].site.text], coordinate: duties[d].coordinate)
        let metres = raw.way(raw.home(of: cadre(p)), place, .foot)?.metres ?? 0
        return [
          match(.nearHome, [.cadre: name(p), .duty: duties[d].id], nearHome(p, d), [.metres: metres]),
          match(
            .wishes, [.cadre: name(p), .duty: duties[d].id], raw.district.rules.wishes.weight *| undesired(p, d)),
        ]
      }
    }
  }

  /// Desired pieces of time without a duty.
  private var pieceMatches: [RuleMatch] {
    held.indices.flatMap { p in
      desiredPieces(p).filter { piece in !held[p].contains { duties[$0].span.overlaps(piece) } }.map { piece in
        let span = "\(raw.time.local(piece.start).text)/\(raw.time.local(piece.end).text)"
        return match(.wishes, [.cadre: name(p), .span: span], raw.district.rules.wishes.weight *| 5)
      }
    }
  }

  private var togetherMatches: [RuleMatch] {
    let buddies = buddyPairs.flatMap { p, q in
      Set(held[p]).symmetricDifference(held[q]).sorted().map { d in
        let (on, off) = held[p].contains(d) ? (p, q) : (q, p)
        return match(
          .buddies, [.cadre: name(on), .other: name(off), .duty: duties[d].id], raw.district.rules.buddies.weight)
      }
    }
    let units = scatteredUnits.map { unit in
      match(
        .unitTogether, [.unit: unit.unit, .date: raw.time.first.advanced(by: unit.day).description],
        raw.district.rules.unitTogether.weight *| (unit.places - unit.allowed),
        [.places: unit.places, .allowed: unit.allowed])
    }
    return buddies + units
  }

  private var stabilityMatches: [RuleMatch] {
    let published = published
    guard published.exists else { return [] }
    let weight = raw.district.rules.stability.weight
    let changes = held.indices.flatMap { p in
      published.duties[p].symmetricDifference(held[p]).sorted().map { d in
        match(
          .stability, [.cadre: name(p), .duty: duties[d].id], weight, [.planned: held[p].contains(d) ? 1 : 0])
      }
    }
    return changes + [match(.stability, [:], weight *| published.unmatched, [.missing: published.unmatched])]
  }

  private var pinMatches: [RuleMatch] {
    rosterPins.filter { $0.level == .prefer && !holds($0) }.map { match(.pins, [.pin: $0.id], 8) }
  }
}
