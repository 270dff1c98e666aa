import Districts
import Units

/// A district while it is drawn: what there is so far, and the stream of random numbers.
struct DistrictDraft {
  var district = District()
  var random: SeededRandom
  let location: Location
  private var usedNames: Set<String> = []

  init(name: String, date: CalendarDate, days: Int = 1, seed: UInt64, location: Location) {
    random = SeededRandom(seed: seed)
    self.location = location
    district.name = name
    district.timeZone = DrawnClock.zone
    district.planDate = date
    district.planDays = days
  }

  /// A whole number of the closed range.
  mutating func number(_ range: ClosedRange<Int>) -> Int {
    range.lowerBound + random.below(range.upperBound - range.lowerBound + 1)
  }
  mutating func chance(percent: Int) -> Bool { random.below(100) < percent }
  mutating func pick<Element>(_ choices: [Element]) -> Element { choices[random.below(choices.count)] }

  /// Fisher and Yates (1938), in Durstenfeld's form.
  mutating func shuffled<Element>(_ elements: [Element]) -> [Element] {
    var result = elements
    var index = result.count - 1
    while index > 0 {
      result.swapAt(index, random.below(index + 1))
      index -= 1
    }
    return result
  }

  /// A place in the square of `radius` metres around another.
  mutating func near(_ centre: Position, radius: Int) -> Position {
    centre + Position(east: number(-radius...radius), north: number(-radius...radius))
  }

  /// Full names of people rarely repeat; after a few tries one may, as in life.
  mutating func personName() -> String {
    var name = drawnPersonName()
    var tries = 0
    while !usedNames.insert(name).inserted, tries < 20 {
      name = drawnPersonName()
      tries += 1
    }
    return name
  }

  private mutating func drawnPersonName() -> String {
    let surname = pick(PersonNames.surnames)
    if chance(percent: 18) { return surname + pick(PersonNames.single) }
    return chance(percent: 50)
      ? surname + pick(PersonNames.womenFirst) + pick(PersonNames.womenSecond)
      : surname + pick(PersonNames.menFirst) + pick(PersonNames.menSecond)
  }
}
