import Districts
import Units

/// Households that are looked after.
extension DistrictDraft {
  /// Eleven people had three households each yesterday; seven have nobody yet.
  mutating func addNeedsOfXiangyang() {
    let helpers = district.cadres.indices.filter {
      let person = district.cadres[$0]
      return person.health == .fit && [.cadre, .volunteer, .community].contains(person.kind)
    }
    addNeeds(40, priorities: 2...4, helpers: Array(shuffled(helpers).prefix(11)))
    isolateSealedHouseholds()
    bearSomeChildren()
    for index in district.needs.indices { nameGood(ofNeed: index) }
  }

  private mutating func isolateSealedHouseholds() {
    let sealed = Set(district.buildings.filter { $0.status == .sealed }.map(\.id))
    for index in district.needs.indices where sealed.contains(district.needs[index].building) {
      district.needs[index].kinds = [.isolated]
      district.needs[index].what = .delivery
    }
  }

  /// Every other family that expected a child has it by now.
  private mutating func bearSomeChildren() {
    let expecting = district.needs.indices.filter { district.needs[$0].kinds == [.pregnant] }
    for (turn, index) in expecting.enumerated() where turn % 2 == 0 {
      district.needs[index].kinds = [.infant]
      district.needs[index].what = .delivery
    }
  }

  /// Medicine goes first and names its pharmacy; milk powder comes to the door by its time.
  private mutating func nameGood(ofNeed index: Int) {
    let date = district.planDate
    switch district.needs[index].what {
    case .medicine:
      district.needs[index].good = GoodID("med")
      district.needs[index].pharmacy = DepotID(index % 2 == 0 ? "D3" : "D4")
      district.needs[index].latest = DrawnClock.moment(date, 11)
      district.needs[index].priority = 1
    case .meal:
      district.needs[index].good = GoodID("meal")
      district.needs[index].earliest = DrawnClock.moment(date, 11)
      district.needs[index].latest = DrawnClock.moment(date, 13)
    case .delivery where district.needs[index].kinds.contains(.infant):
      district.needs[index].good = GoodID("milk")
      district.needs[index].latest = DrawnClock.moment(date, pick([11, 12, 15]))
      district.needs[index].priority = 2
    case .delivery, .visit: break
    }
  }
}
