import Districts
import Units

/// A group of people to be drawn alike.
struct PeopleSketch {
  var kind: CadreKind
  var count: Int
  /// Each sends as many as the others, give or take one; people of one unit stand together in the list.
  var sendingUnits: [String] = []
  var skills: [String] = []
  /// Further skills, and what part of the people has each.
  var sometimes: [(skill: String, percent: Int)] = []
  var leadPercent = 0
  var noNightPercent = 0
  var home: HomeSketch
}

/// Where people live.
enum HomeSketch {
  /// In one of the compounds: the compound's coordinates hold.
  case compounds([String])
  /// At coordinates of their own, in the square of `radius` metres around a place.
  case around(Position, radius: Int)
}

extension DistrictDraft {
  /// Adds people with ids `C001` …, in as many digits as `C\(total)` needs.
  mutating func add(_ sketch: PeopleSketch, digits: Int = 3) {
    for index in 0..<sketch.count {
      let number = district.cadres.count + 1
      var person = Cadre(id: CadreID("C" + padded(number, to: digits)), name: personName(), kind: sketch.kind)
      if !sketch.sendingUnits.isEmpty {
        person.sendingUnit = sketch.sendingUnits[index * sketch.sendingUnits.count / sketch.count]
      }
      person.phone = "1990000" + padded(number, to: 4)
      person.skills = sketch.skills
      for more in sketch.sometimes where chance(percent: more.percent) { person.skills.append(more.skill) }
      switch sketch.home {
      case .compounds(let ids): person.homeCompound = CompoundID(pick(ids))
      case .around(let centre, let radius): person.coordinate = location.coordinate(near(centre, radius: radius))
      }
      person.mayLead = chance(percent: sketch.leadPercent)
      person.noNight = chance(percent: sketch.noNightPercent)
      if person.noNight { person.note = pick(["家有两名幼儿园儿童", "照顾卧病老人", "孩子上小学", "慢性病，不宜熬夜"]) }
      district.cadres.append(person)
    }
  }

  /// Makes two people buddies of each other.
  mutating func pair(_ a: Int, _ b: Int) {
    district.cadres[a].buddy = district.cadres[b].id
    district.cadres[b].buddy = district.cadres[a].id
  }

  /// Pairs some neighbours in the list who are of the same kind and sending unit.
  mutating func pairSome(percent: Int) {
    var index = 0
    while index + 1 < district.cadres.count {
      let (a, b) = (district.cadres[index], district.cadres[index + 1])
      if a.kind == b.kind, a.sendingUnit == b.sendingUnit, a.buddy == nil, b.buddy == nil, chance(percent: percent) {
        pair(index, index + 1)
        index += 1
      }
      index += 1
    }
  }
}
