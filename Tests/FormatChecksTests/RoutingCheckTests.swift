import FormatChecks
import Testing

@Suite("Routing, each rule by hand") struct RoutingCheckTests {
  /// Four clients on a line east of the depot, 10 apart: nodes 2 … 5 at 10, 20, 30, 40.
  static func line(
    type: String = "VRPTW", headers: String = "VEHICLES : 2\nCAPACITY : 10\nSERVICE_TIME : 5\n", sections: String = "",
    demands: [Int] = [4, 4, 4, 4]
  ) -> String {
    let nodes = (1...5).map { "\($0) \(($0 - 1) * 10) 0\n" }.joined()
    let loads = demands.enumerated().map { "\($0 + 2) \($1)\n" }.joined()
    return
      "NAME : line\nTYPE : \(type)\nDIMENSION : 5\n\(headers)EDGE_WEIGHT_TYPE : EUC_2D\nNODE_COORD_SECTION\n\(nodes)"
      + "DEMAND_SECTION\n1 0\n\(loads)\(sections)DEPOT_SECTION\n1\n-1\nEOF\n"
  }

  static func judge(_ instance: String, _ solution: String) throws -> FormatVerdict {
    try RoutingCheck(instance: instance, rounding: .nearest).judge(solution)
  }

  private func rules(_ verdict: FormatVerdict) -> [FormatRule] { verdict.violations.map(\.rule) }

  @Test("cost: 0 → 1 → 2 → 0 is 10 + 10 + 20, and the stated one is compared")
  func cost() throws {
    let both = "Route #1: 1 2\nRoute #2: 4 3\n"
    let verdict = try Self.judge(Self.line(), both + "Cost 120\n")
    #expect(verdict.violations.isEmpty && verdict.cost == 40 + 80 && verdict.routes == 2)
    #expect(rules(try Self.judge(Self.line(), both + "Cost: 119")) == [.statedCost])
    // Tenths: 120.0 or 1200.
    let tenths = try RoutingCheck(instance: Self.line())
    #expect(tenths.rounding == .decimal && tenths.scale == 10)
    for stated in ["120.0", "1200", "120"] {
      #expect(try tenths.judge(both + "Cost \(stated)").violations.isEmpty, "\(stated)")
    }
    #expect(try tenths.judge(both).cost == 1200)
  }

  @Test("everybody once, with no more vehicles than there are")
  func visits() throws {
    #expect(rules(try Self.judge(Self.line(), "Route #1: 1 2\n")) == [.notVisited, .notVisited])
    #expect(rules(try Self.judge(Self.line(), "Route #1: 1 2\nRoute #2: 3 4 1\n")) == [.visitedTwice, .capacity])
    let four = try Self.judge(Self.line(), "Route #1: 1\nRoute #2: 2\nRoute #3: 3\nRoute #4: 4\n")
    #expect(rules(four) == [.fleet, .fleet, .notVisited, .notVisited])
  }

  @Test("capacity: 4 + 4 + 4 is two more than 10")
  func capacity() throws {
    let verdict = try Self.judge(Self.line(), "Route #1: 1 2 3\nRoute #2: 4\n")
    #expect(verdict.violations.map(\.amount) == [2] && rules(verdict) == [.capacity])
  }

  @Test("windows: at 10 by 10, 5 of service, at 20 by 25")
  func windows() throws {
    func sections(_ close: Int, depot: Int = 100) -> String {
      "TIME_WINDOW_SECTION\n1 0 \(depot)\n2 0 100\n3 0 \(close)\n4 0 100\n5 0 100\n"
    }
    let plan = "Route #1: 1 2\nRoute #2: 3 4\n"
    #expect(try Self.judge(Self.line(sections: sections(25)), plan).violations.isEmpty)
    let late = try Self.judge(Self.line(sections: sections(24)), plan)
    #expect(rules(late) == [.timeWindow] && late.violations[0].amount == 1)
    // 3 and 4: 30 + 5 + 10 + 5 + 40 = 90 back at the depot.
    #expect(rules(try Self.judge(Self.line(sections: sections(25, depot: 89)), plan)) == [.timeWindow])
  }

  @Test("duration: waiting for a window can be slept off at the depot, waiting between two cannot")
  func duration() throws {
    func instance(_ most: Int, _ first: String) -> String {
      let windows = "TIME_WINDOW_SECTION\n1 0 200\n2 \(first)\n3 100 100\n4 0 200\n5 0 200\n"
      return Self.line(
        headers: "VEHICLES : 2\nCAPACITY : 10\nSERVICE_TIME : 5\nVEHICLES_MAX_DURATION : \(most)\n", sections: windows)
    }
    // Leaves at 75, is at 1 at 85, at 2 at 100, back at 125: 50. Routes 3, 4: 90.
    let plan = "Route #1: 1 2\nRoute #2: 3 4\n"
    #expect(try Self.judge(instance(90, "0 200"), plan).violations.isEmpty)
    #expect(try Self.judge(instance(89, "0 200"), plan).violations.map(\.amount) == [1])
    // At 1 by 20: leaves at 10, back at 125: 115.
    #expect(try Self.judge(instance(90, "0 20"), plan).violations.map(\.amount) == [25])
  }

  @Test("trips: a depot between two, where the vehicle may, and not before the release")
  func trips() throws {
    let headers = "VEHICLES : 1\nCAPACITY : 8\nSERVICE_TIME : 0\n"
    func sections(_ release: Int) -> String {
      "TIME_WINDOW_SECTION\n1 0 1000\n2 0 1000\n3 0 1000\n4 0 1000\n5 0 200\n"
        + "RELEASE_TIME_SECTION\n1 0\n2 0\n3 0\n4 0\n5 \(release)\nVEHICLES_RELOAD_DEPOT_SECTION\n1 1\n"
    }
    let plan = "Route #1: 1 2 0 3 4\n"
    func verdict(_ release: Int) throws -> FormatVerdict {
      try Self.judge(Self.line(type: "MTVRPTWR", headers: headers, sections: sections(release)), plan)
    }
    // Leaves again at 160, 40 to node 5.
    #expect(try verdict(160).violations.isEmpty)
    #expect(try verdict(160).cost == 40 + 80)
    #expect(rules(try verdict(161)) == [.timeWindow])
    #expect(rules(try Self.judge(Self.line(headers: headers), plan)) == [.reload])
  }

  @Test("prizes: who is left out costs its prize, who has none must be visited")
  func prizes() throws {
    let instance = Self.line(type: "PCVRPTW", sections: "PRIZE_SECTION\n1 0\n2 7\n3 9\n4 0\n5 11\n")
    let verdict = try Self.judge(instance, "Route #1: 3\nCost: 87\n")
    #expect(verdict.violations.isEmpty && verdict.cost == 60 + 27 && verdict.cost(of: .prize) == 27)
    #expect(rules(try Self.judge(instance, "Route #1: 1\n")) == [.notVisited])
  }

  @Test("backhauls: after all others, never first")
  func backhauls() throws {
    let sections = "BACKHAUL_SECTION\n1 0\n2 0\n3 0\n4 4\n5 4\n"
    let instance = Self.line(type: "VRPB", headers: "CAPACITY : 10\n", sections: sections, demands: [4, 4, 0, 0])
    #expect(try Self.judge(instance, "Route #1: 1 2 3 4\n").violations.isEmpty)
    #expect(rules(try Self.judge(instance, "Route #1: 1 3 2 4\n")) == [.backhaulOrder])
    #expect(rules(try Self.judge(instance, "Route #1: 1 2\nRoute #2: 3 4\n")) == [.backhaulOrder])
  }

  @Test("mixed fleets: the n-th line is the n-th vehicle")
  func fleets() throws {
    let sections = """
      CAPACITY_SECTION
      1 8
      2 100
      VEHICLES_FIXED_COST_SECTION
      1 50
      2 300
      VEHICLES_UNIT_DISTANCE_COST_SECTION
      1 2
      2 1

      """
    let instance = Self.line(type: "HFVRP", headers: "VEHICLES : 2\n", sections: sections)
    // 50 + 2 × 40, 300 + 80.
    let verdict = try Self.judge(instance, "Route #1: 1 2\nRoute #2: 3 4\nCost: 510\n")
    #expect(verdict.violations.isEmpty && verdict.cost(of: .vehicleCost) == 350 && verdict.cost(of: .distance) == 160)
    #expect(try Self.judge(instance, "Route #1:\nRoute #2: 1 2 3 4\n").cost == 300 + 80)
    #expect(rules(try Self.judge(instance, "Route #1: 1 2 3 4\n")) == [.capacity])
    #expect(rules(try Self.judge(instance, "Route #1:\nRoute #2:\nRoute #3: 1 2 3 4\n")).first == .fleet)
  }

  @Test("depots: each vehicle from its own")
  func depots() throws {
    // Cordeau: two customers at 10 and 20, depots at 0 and 30; one vehicle each.
    let instance = """
      2 1 2 2
      45 10
      0 10
      1 10 0 5 4 1 2 1 2
      2 20 0 5 4 1 2 1 2
      3 0 0 0 0 0 0
      4 30 0 0 0 0 0

      """
    let verdict = try Self.judge(instance, "Route #1: 1\nRoute #2: 2\n")
    #expect(verdict.violations.isEmpty && verdict.cost == 40)
    #expect(try Self.judge(instance, "Route #1:\nRoute #2: 2 1\n").cost == 40)
    // 10 + 5 + 10 + 5 + 20 = 50, five too many.
    #expect(try Self.judge(instance, "Route #1: 1 2\n").violations.map(\.amount) == [5])
  }

  @Test("pickups: before their deliveries, by the same vehicle, and what is on board fits")
  func pairs() throws {
    let instance = """
      3 10 1
      0 0 0 0 0 1000 0 0 0
      1 10 0 6 0 1000 0 0 2
      2 20 0 -6 0 1000 0 1 0
      3 30 0 6 0 1000 0 0 4
      4 40 0 -6 0 1000 0 3 0

      """
    #expect(try Self.judge(instance, "Route #1: 1 2 3 4\n").violations.isEmpty)
    #expect(rules(try Self.judge(instance, "Route #1: 1 3 2 4\n")) == [.capacity])
    #expect(rules(try Self.judge(instance, "Route #1: 2 1 3 4\n")) == [.pairing])
    #expect(rules(try Self.judge(instance, "Route #1: 1 3\nRoute #2: 2 4\n")).filter { $0 == .pairing }.count == 2)
  }

  @Test("a number that nobody has, a line that says nothing: refused, with its line")
  func unreadable() {
    for (solution, line) in [("Route #1: 1 9\n", 1), ("Route #1: 1\nnonsense\n", 2), ("\nCost many\n", 2)] {
      let error = #expect(throws: UnreadableFormat.self) { try Self.judge(Self.line(), solution) }
      #expect(error?.line == line && error?.file == .solution)
    }
  }
}
