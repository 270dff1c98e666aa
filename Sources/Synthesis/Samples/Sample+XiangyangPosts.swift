import Districts
import Units

/// The sites of the day and its posts beside carrying, sorting and handing out.
extension DistrictDraft {
  mutating func addPostsOfXiangyang(_ compounds: [CompoundSketch]) {
    for (index, compound) in compounds.enumerated() { addGate("S\(index + 1)", of: compound) }
    for gate in ["S1", "S3"] { addTesting(at: gate) }
    addServiceStation()
    addHotels()
  }

  /// Guarded around the clock, at night by one.
  private mutating func addGate(_ id: String, of compound: CompoundSketch) {
    addSite(
      id, compound.name + (compound.propertyManagement ? "大门" : "巷口"), community: compound.community,
      at: compound.gate ?? compound.centre, compound: compound.id)
    for shift in ["day", "evening", "night"] {
      addPost(id, "gate", "小区卡口", .checkpoint, shift, target: shift == "night" ? 1 : 2) {
        $0.minimum = 1
        $0.lead = shift == "day"
        $0.priority = 2
        $0.handover = 15
      }
    }
  }

  private mutating func addTesting(at site: String) {
    addPost(site, "entry", "信息录入", .entry, "testing", target: 2) {
      $0.seat = "entry"
      $0.skills = ["entry"]
      $0.minimum = 1
      $0.exposure = 1
    }
    addPost(site, "order", "秩序维护", .order, "testing", target: 2) {
      $0.minimum = 1
      $0.exposure = 1
    }
  }

  private mutating func addServiceStation() {
    addSite("S6", "向阳片区服务站", community: Self.communityOfXiangyang, at: Position(east: -60, north: 120))
    for shift in ["day", "evening", "night"] {
      addPost("S6", "duty-room", "应急值班", .dutyRoom, shift, target: 1) { $0.kinds = [.cadre, .community] }
    }
    for shift in ["day", "evening"] {
      addPost("S6", "hotline", "居民热线", .hotline, shift, target: 1) { $0.priority = 4 }
    }
    addPost("S6", "standby", "医护备勤", .standby, "evening", target: 1) {
      $0.seat = "medic"
      $0.kinds = [.medic]
    }
  }

  private mutating func addHotels() {
    for (id, name, east, north) in [("S7", "东昭社区酒店（一）", 1400, -300), ("S8", "东昭社区酒店（二）", 1650, 250)] {
      addSite(id, name, community: "东昭社区", at: Position(east: east, north: north))
    }
  }
}
