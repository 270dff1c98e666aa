import Districts
import Units

extension District {
  func compoundsTable() -> CanonicalTable {
    var table = CanonicalTable(
      "compounds", columns: "id name community lat lon property_management status weak")
    for compound in compounds {
      table.add([
        compound.id.text, compound.name, compound.community ?? "", Cell.degrees(compound.coordinate?.latitude),
        Cell.degrees(compound.coordinate?.longitude), Cell.yes(compound.propertyManagement),
        Cell.word(compound.status, default: .open), Cell.yes(compound.weak),
      ])
    }
    return table
  }

  func buildingsTable() -> CanonicalTable {
    var table = CanonicalTable(
      "buildings",
      columns: "id compound name lat lon staircases floors lift households residents elderly status handover")
    var inherited: [CompoundID: AccessStatus] = [:]
    for compound in compounds { inherited[compound.id] = compound.status }
    for building in buildings {
      table.add([
        building.id.text, building.compound.text, building.name ?? "", Cell.degrees(building.coordinate?.latitude),
        Cell.degrees(building.coordinate?.longitude), Cell.whole(building.staircases, default: 1),
        Cell.whole(building.floors), Cell.yes(building.lift, default: true), String(building.households.rawValue),
        Cell.whole(building.residents), Cell.whole(building.elderly.rawValue, default: 0),
        Cell.word(building.status, default: inherited[building.compound]),
        Cell.word(building.handover, default: .auto),
      ])
    }
    return table
  }

  func needsTable() -> CanonicalTable {
    var table = CanonicalTable(
      "needs", columns: "id building door kinds what good pharmacy earliest latest priority helper")
    for need in needs {
      table.add([
        need.id.text, need.building.text, need.door ?? "", Cell.list(need.kinds.map(\.rawValue)), Cell.word(need.what),
        need.good?.text ?? "", need.pharmacy?.text ?? "", Cell.moment(need.earliest), Cell.moment(need.latest),
        Cell.whole(need.priority, default: 3), need.helper?.text ?? "",
      ])
    }
    return table
  }

  func sitesTable() -> CanonicalTable {
    var table = CanonicalTable("sites", columns: "id name compound community lat lon")
    for site in sites {
      table.add([
        site.id.text, site.name, site.compound?.text ?? "", site.community ?? "",
        Cell.degrees(site.coordinate?.latitude), Cell.degrees(site.coordinate?.longitude),
      ])
    }
    return table
  }

  func postsTable() -> CanonicalTable {
    var table = CanonicalTable(
      "posts",
      columns: "site post name kind shift days seat skills kinds minimum target maximum lead priority setup_minutes "
        + "cleanup_minutes handover_minutes exposure")
    for post in posts {
      table.add([
        post.site.text, post.post, post.name ?? "", Cell.word(post.kind), post.shift.text, Cell.days(post.days),
        post.seat == "any" ? "" : post.seat, Cell.list(post.skills), Cell.list(post.kinds.map(\.rawValue)),
        Cell.whole(post.minimum, default: post.target), String(post.target),
        Cell.whole(post.maximum, default: post.target), Cell.yes(post.lead), Cell.whole(post.priority, default: 3),
        Cell.whole(post.setup.rawValue, default: 0), Cell.whole(post.cleanup.rawValue, default: 0),
        Cell.whole(post.handover.rawValue, default: 0), Cell.whole(post.exposure, default: 0),
      ])
    }
    return table
  }

  /// The column of sorting is there only where packs are sorted.
  func pointsTable() -> CanonicalTable {
    let sorts = points.contains { $0.sortPerHour != nil }
    var table = CanonicalTable(
      "points",
      columns: "id compound name lat lon desks households_per_desk_hour open_from open_to crowd_limit staff staff_per "
        + "setup_minutes cleanup_minutes" + (sorts ? " sort_packs_per_hour" : ""))
    for point in points {
      var cells = [
        point.id.text, point.compound.text, point.name ?? "", Cell.degrees(point.coordinate.latitude),
        Cell.degrees(point.coordinate.longitude), Cell.whole(point.desks, default: 1),
        String(point.householdsPerDeskHour.rawValue), point.openFrom.description, point.openTo.description,
        Cell.whole(point.crowdLimit), Cell.list(point.staff.map { "\($0.kind.rawValue):\($0.count)" }),
        Cell.word(point.staffPer, default: .point), Cell.whole(point.setup.rawValue, default: 30),
        Cell.whole(point.cleanup.rawValue, default: 15),
      ]
      if sorts { cells.append(Cell.whole(point.sortPerHour)) }
      table.add(cells)
    }
    return table
  }
}
