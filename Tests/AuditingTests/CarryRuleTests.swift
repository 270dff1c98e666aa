import Auditing
import Districts
import Testing
import Units

/// Each rule of carrying, kept and broken by one, on the plan of `Courts`.
@Suite("Rules of carrying") struct CarryRuleTests {
  private func judged(
    _ district: District = Courts.district(), _ distribution: DistributionPlan = Courts.distribution,
    _ change: (inout CarryPlan) -> Void = { _ in }
  ) -> CarryCase {
    var plan = Courts.carrying
    change(&plan)
    return CarryCase(SmallTown.audit(district), carrying: plan, distribution: distribution)
  }
  private func complaints(_ change: (inout CarryPlan) -> Void) -> [String] {
    judged(Courts.district(), Courts.distribution, change).violations.map { "\($0.rule) \($0.amount)" }
  }
  private func changed(_ change: (inout District) -> Void) -> [String] {
    var district = Courts.district()
    change(&district)
    return judged(district).violations.map { "\($0.rule) \($0.amount)" }
  }

  @Test("A good plan breaks no rule") func passes() {
    #expect(judged().violations == [])
    #expect(DistributionCase(SmallTown.audit(Courts.district()), distribution: Courts.distribution).violations == [])
  }

  @Test("All that stands in the plan of teams counts") func wholePlan() throws {
    let audit = SmallTown.audit(Courts.district())
    #expect(audit.judge(try Courts.plan(audit)).map(\.message) == [])
  }

  @Test("Teams stand by compound, count from 1, have steps and leave at whole minutes") func structure() {
    #expect(complaints { $0.teams.swapAt(0, 1) } == ["structure 1"])
    #expect(complaints { $0.teams[1].team = 2 } == ["structure 1"])
    #expect(
      complaints { plan in
        plan.teams.append(plan.teams[1])
        (plan.teams[2].team, plan.teams[2].steps) = (2, [])
      } == ["structure 1"])
    // 18:11:30 is late enough, but no whole minute.
    #expect(complaints { $0.teams[1].to = Courts.at("18:11:30") } == ["structure 1"])
    #expect(complaints { $0.teams[0].steps[0].packs["rice"] = 1 } == ["structure 1"])
    #expect(complaints { $0.teams[0].steps[0].packs["milk"] = 0 } == ["structure 1"])
    #expect(judged { $0.teams[0].compound = CompoundID("K9") }.check(.structure).map(\.amount) == [1])
    #expect(judged { $0.teams[0].steps[1].location = PlaceID("P9") }.check(.structure).map(\.amount) == [1])
    #expect(judged { $0.teams[0].steps[1].location = PlaceID("P1") }.check(.structure).map(\.amount) == [1])
    // One minute more for the door, which a load does not have.
    #expect(judged { $0.teams[0].steps[0].doors = 1 }.check(.structure).map(\.amount) == [1])
    #expect(judged { $0.teams[0].steps[1].doors = -1 }.check(.structure).map(\.amount) == [1])
  }

  private func judged(_ change: (inout CarryPlan) -> Void) -> CarryCase {
    judged(Courts.district(), Courts.distribution, change)
  }

  @Test("Ways, stops, packs, doors and climbing take their time") func carryTime() {
    // The way from the gate to P1 takes 100 s: 101 would be a second later, 99 a second earlier.
    #expect(changed { $0.travelRows[0].seconds = 101 } == ["carryTime 1"])
    #expect(changed { $0.travelRows[0].seconds = 99 } == ["carryTime 1"])
    // Without the row, and K1 nowhere: no time at all.
    #expect(changed { $0.travelRows.remove(at: 0) } == ["carryTime 100"])
    // Seven steps have a stop of their own but for A2's doors, K2's first load and B1's doors; a pack more or less each.
    #expect(changed { $0.carrying.perStop = 61 } == Array(repeating: "carryTime 1", count: 6))
    #expect(changed { $0.carrying.perStop = 59 } == [])
    // Packs by step: 1, 1, 3, 3; 6, 5, 1, 1, 1.
    #expect(changed { $0.carrying.perPack = 4 } == [1, 1, 3, 3, 6, 5, 1, 1, 1].map { "carryTime \($0)" })
    #expect(changed { $0.carrying.perDoor = 61 } == [1, 3, 1].map { "carryTime \($0)" })
    #expect(changed { $0.carrying.lift = 21 } == ["carryTime 1"])
    // ⌈(6 − 1) ÷ 2⌉ = 3 floors; from 7 floors 3 too, from 8 four.
    #expect(changed { $0.carrying.perFloor = 16 } == ["carryTime 3"])
    #expect(changed { $0.buildings[2].floors = 7 } == [])
    #expect(changed { $0.buildings[2].floors = 8 } == ["carryTime 15"])
    #expect(changed { $0.buildings[1].floors = 1 } == [])
    #expect(changed { $0.buildings[1].floors = 2 } == ["carryTime 60"])  // 3 doors × 20 s
    // Served a second before the team comes.
    #expect(complaints { $0.teams[0].steps[2].service = Courts.at("17:06:15") } == ["carryTime 1"])
    // Served a second later, and the step is too short.
    #expect(complaints { $0.teams[0].steps[2].service = Courts.at("17:06:17") } == ["carryTime 1"])
    // Back at 18:10:47.
    #expect(complaints { $0.teams[1].to = Courts.at("18:10") } == ["carryTime 47"])
    #expect(complaints { $0.teams[1].to = Courts.at("18:12") } == [])
  }

  @Test("Teams are away inside the hours of carrying, and not for too long") func carryHours() {
    #expect(changed { $0.carrying.from = Sample.time("17:00") } == [])
    #expect(changed { $0.carrying.from = Sample.time("17:01") } == ["carryHours 1"])
    #expect(changed { $0.carrying.to = Sample.time("18:11") } == [])
    #expect(changed { $0.carrying.to = Sample.time("18:10") } == ["carryHours 1"])
    // 12 and 11 minutes.
    #expect(changed { $0.carrying.longest = 12 } == [])
    #expect(changed { $0.carrying.longest = 11 } == ["carryHours 1"])
  }

  @Test("A cart takes so many packs, gives what it has and comes back empty") func cartCapacity() {
    // K2's first load is 4 + 2 packs.
    #expect(changed { $0.carrying.cartPacks = 5 } == ["cartCapacity 1"])
    // A pack of milk stays on board: it is loaded and given to nobody, and B1 lacks it.
    let kept = judged { $0.teams[1].steps[4].packs = [:] }
    #expect(kept.check(.cartCapacity).map(\.amount) == [1] && kept.check(.carrySource).map(\.amount) == [1])
    // Two are given where one is on board.
    let more = judged { $0.teams[1].steps[3].packs = [:] }
    #expect(more.check(.cartCapacity).map(\.amount) == [1])
    // Milk for veg: as many packs, but not the good.
    let swapped = judged { $0.teams[1].steps[0].packs = ["veg": 5, "milk": 1] }
    #expect(swapped.check(.cartCapacity).map(\.amount) == [1, 1])
  }

  @Test("Packs lie at a point from the last slot of their building on") func pointSource() {
    func moved(_ from: String, _ to: String) -> [String] {
      var distribution = Courts.distribution
      (distribution.batches[0].from, distribution.batches[0].to) = (Courts.at(from), Courts.at(to))
      return judged(Courts.district(), distribution).violations.map { "\($0.rule) \($0.amount)" }
    }
    // The load is at 17:01:40.
    #expect(moved("17:01", "17:21") == [])
    #expect(moved("17:02", "17:22") == ["carrySource 1"])
    // Two batches: the last counts.
    var distribution = Courts.distribution
    distribution.batches.insert(distribution.batches[0], at: 1)
    distribution.batches[1].from = Courts.at("17:20")
    #expect(judged(Courts.district(), distribution).check(.carrySource).map(\.amount) == [1])
    // In no batch: what is loaded lies nowhere, and the pack and the door are nobody's.
    distribution = Courts.distribution
    distribution.batches.remove(at: 0)
    let missed = judged(Courts.district(), distribution)
    #expect(missed.check(.carrySource).map(\.amount) == [1, 1, 1, 1, 1])
  }

  @Test("Nobody loads what does not lie there, or gets more than is theirs") func carrySource() {
    // A third pack of milk is loaded and left at the entrance: 4 of 3.
    let more = judged { plan in
      plan.teams[1].steps[3].packs["milk"] = 2
      plan.teams[1].steps[4].packs["milk"] = 2
    }
    #expect(more.check(.carrySource).map(\.place) == ["K2:milk", "B1"])
    // A pack of the entrance brought to the door: one too many there, and one too few at the entrance (a gap).
    let exchanged = judged { plan in
      plan.teams[1].steps[1].packs["veg"] = 2
      plan.teams[1].steps[2].packs["veg"] = 2
    }
    #expect(exchanged.check(.carrySource).map { "\($0.place) \($0.amount)" } == ["B1 1"])
    #expect(exchanged.objective.levels[0].amount == 9)
    // A door too many, for which there is time.
    #expect(
      judged { $0.teams[1].steps[2].doors = 2 }.check(.carrySource).map { "\($0.place) \($0.amount)" } == ["B1 1"])
    // K2's team has no business at A2, nor packs at P1.
    let strange = judged { plan in
      plan.teams[0].compound = CompoundID("K2")
    }
    #expect(
      strange.check(.carrySource).map { "\($0.place) \($0.amount)" } == [
        "K2/team1#0 1", "K2/team1#1 2", "K2/team1#2 3", "K2/team1#3 6",
      ])
  }

  @Test("What is not carried costs 9 a pack and a door, and is a gap") func gaps() {
    // The last tour of K2 stays away: one pack of milk; without its second step the door is not reached either.
    func open(_ change: (inout CarryPlan) -> Void) -> CarryCase { judged(change) }
    let one = { (plan: inout CarryPlan) in
      plan.teams[1].steps.removeLast(2)
      plan.gaps = [self.gap("C1", "B1", 1)]
    }
    #expect(open(one).violations == [] && open(one).objective.levels.map(\.amount) == [9, 25_800])
    let three = { (plan: inout CarryPlan) in
      one(&plan)
      plan.teams[1].steps.removeLast()
      plan.teams[1].steps[0].packs["veg"] = 3
      plan.gaps = [self.gap("C1", "B1", 3)]
    }
    #expect(open(three).violations == [] && open(three).objective.levels[0].amount == 27)
    // Nobody goes: A1 lacks a pack and a door, A2 3 + 3, B1 7 + 1.
    let all = { (plan: inout CarryPlan) in
      plan.teams = []
      plan.gaps = [self.gap("C1", "A1", 2), self.gap("C2", "A2", 6), self.gap("C3", "B1", 8)]
    }
    #expect(open(all).violations == [] && open(all).objective.levels.map(\.amount) == [144, 0])
    let wrong = { (plan: inout CarryPlan) in
      all(&plan)
      plan.gaps[2] = self.gap("C3", "B1", 7)
      plan.gaps[1].reasons = []
    }
    #expect(open(wrong).violations.map { "\($0.rule) \($0.amount)" } == ["structure 1", "reasons 1"])
  }

  @Test("People, minutes and set-up make the teams' time") func objective() {
    // 5 × 2 × (12 + 10 + 11 + 10) × 60.
    #expect(judged().objective.levels.map(\.amount) == [0, 25_800])
    #expect(judged().objective.breakdown == ["uncarried": 0, "carryTime": 25_800])
    var district = Courts.district()
    district.carrying.team = [StaffNeed(kind: .volunteer, count: 1), StaffNeed(kind: .property, count: 2)]
    district.carrying.setup = 0
    #expect(judged(district).objective.levels.map(\.amount) == [0, 5 * 3 * 23 * 60])
    #expect(judged().floors == [0, 0])
  }

  private func gap(_ id: String, _ building: String, _ missing: Int) -> Gap {
    Gap(
      id: id, what: .init(kind: .packs, id: building, level: .service), missing: missing,
      reasons: [.init(rule: "carryHours", count: missing, standing: .observed)])
  }
}
