import Auditing
import Distribution
import Districts
import Testing
import Units

@testable import Planning

/// A store and a gate with a morning and an afternoon duty of two people each, who need two masks a head.
private enum Gate {
  static func district() -> District {
    var district = District()
    district.planDate = CalendarDate(dayNumber: 18_993)
    district.goods = [Good(id: GoodID("mask"), name: "口罩")]
    district.depots = [
      Depot(id: DepotID("D"), name: "D", coordinate: Coordinate(latitude: 34.24, longitude: 108.98))
    ]
    district.stock = [StockRow(depot: DepotID("D"), good: GoodID("mask"), packs: 20)]
    var site = Site(id: SiteID("S"), name: "卡口")
    site.coordinate = Coordinate(latitude: 34.25, longitude: 108.98)
    district.sites = [site]
    district.shifts = [("a", 360), ("b", 840)].map { id, from in
      Shift(id: ShiftID(id), name: id, from: ClockTime(minutes: from), to: ClockTime(minutes: from + 480))
    }
    district.posts = district.shifts.map { shift in
      var post = PostRow(site: SiteID("S"), post: "gate", kind: .checkpoint, shift: shift.id, target: 2)
      post.exposure = 1
      return post
    }
    var masks = KitRow(exposure: 1, good: GoodID("mask"))
    masks.packs = 2
    district.kit = [masks]
    district.hasOrders = true
    var van = Vehicle(
      id: VehicleID("V"), depot: DepotID("D"), capacityPacks: 9, from: ClockTime(minutes: 480),
      to: ClockTime(minutes: 1200))
    van.costPerKilometre = 200
    district.vehicles = [van]
    return district
  }

  struct Planned {
    var supply: SupplyPlan
    var routes: RoutePlan
    var violations: [String]
  }

  static func plan(_ district: District) throws -> Planned {
    let planner = SupplyPlanner(district: district)
    let supply = planner.plan().plan
    let routes = try RouteStage(
      district: planner.supplied(supply), distribution: nil, roster: nil, assumeCrews: true
    ).heuristic(budget: Budget(deadline: .never(), iterations: 60), seed: 1).plan
    let audit = Audit(district: district, sha256: { _ in "" })
    let violations =
      (planner.isNeeded ? SupplyCase(audit, supply: supply).violations : [])
      + RouteCase(audit, routes: routes, distribution: nil, roster: nil, supply: supply).violations
    return Planned(
      supply: supply, routes: routes, violations: violations.map { "\($0.rule) \($0.place) \($0.amount)" })
  }
}

@Suite("Kit comes before the duty") struct KitRouteTests {
  @Test("what lies at the site serves the morning, a vehicle brings the rest before the afternoon")
  func shelf() throws {
    var district = Gate.district()
    district.onHand = [OnHandRow(site: SiteID("S"), good: GoodID("mask"), packs: 5)]
    let planned = try Gate.plan(district)
    #expect(planned.violations == [])
    #expect(planned.supply.shares.isEmpty && planned.routes.unassigned.isEmpty)
    let deliveries = planned.routes.routes.flatMap(\.steps).filter { $0.type == .deliver }
    #expect(deliveries.map(\.job) == ["S:mask"])
    // Eight are needed, five lie there.
    let loads = planned.routes.routes.flatMap(\.steps).filter { $0.type == .load }
    #expect(loads.compactMap { $0.load["mask"] } == [3])
    let zone = try #require(ZoneClock(identifier: district.timeZone))
    let afternoon = zone.moment(district.planDate, ClockTime(minutes: 840))
    #expect(deliveries.allSatisfy { $0.departure.moment <= afternoon })
  }

  @Test("a duty that begins before anything could come is a gap of the supply, the other is not")
  func tooEarly() throws {
    var district = Gate.district()
    district.depots[0].openFrom = ClockTime(minutes: 420)
    district.depots[0].openTo = ClockTime(minutes: 1200)
    let planned = try Gate.plan(district)
    #expect(planned.violations == [])
    let duty = "S/gate/a/\(district.planDate)"
    #expect(planned.supply.gaps.map { "\($0.what.id) \($0.missing)" } == ["\(duty):mask 4"])
    #expect(planned.supply.gaps.flatMap(\.reasons).map(\.rule) == ["needCurve"])
    #expect(planned.routes.unassigned.isEmpty)
  }

  @Test("the more urgent duty has the short stock, be it later")
  func priority() throws {
    var district = Gate.district()
    district.stock[0].packs = 3
    district.onHand = [OnHandRow(site: SiteID("S"), good: GoodID("mask"), packs: 2)]
    district.posts[1].priority = 1
    let planned = try Gate.plan(district)
    #expect(planned.violations == [])
    #expect(
      planned.supply.shares.map { "\($0.line) \($0.given)/\($0.asked)" } == ["S/gate/a/\(district.planDate):mask 1/4"])
  }

  @Test("on random days the judge agrees with supply and routes together")
  func random() throws {
    for seed in 1...80 as ClosedRange<UInt64> {
      var random = SeededRandom(seed: seed)
      var district = Gate.district()
      district.stock[0].packs = random.below(12)
      if random.below(2) == 0 {
        district.onHand = [OnHandRow(site: SiteID("S"), good: GoodID("mask"), packs: random.below(6))]
      }
      for index in district.posts.indices {
        district.posts[index].target = random.below(4)
        district.posts[index].exposure = random.below(3)
        district.posts[index].priority = 1 + random.below(5)
        district.posts[index].setup = Minutes(random.below(60))
      }
      var gel = KitRow(exposure: 2, good: GoodID("mask"))
      gel.per = .duty
      district.kit.append(gel)
      let planned = try Gate.plan(district)
      #expect(planned.violations == [], "seed \(seed)")
    }
  }
}
