import Units

/// How large a district to draw; a recipe that exists is within its limits.
public struct DistrictRecipe: Sendable, Hashable {
  public let name: String
  public let households: Int
  public let people: Int
  public let compounds: Int
  /// Nil: as many as shapes drawn at random take to hold the households.
  public let buildings: Int?
  public let sites: Int
  public let days: Int
  public let vehicles: Int
  public let depots: Int
  public let seed: UInt64
  public let location: Location
  /// The first service day.
  public let date: CalendarDate

  /// What is nil follows from the rest: a compound for 1,700 households, a site for 10 people, a vehicle for 1,400
  /// households and a depot for 8 vehicles, as far as the limits go.
  public init(
    name: String? = nil, households: Int, people: Int, compounds: Int? = nil, buildings: Int? = nil, sites: Int? = nil,
    days: Int = 1, vehicles: Int? = nil, depots: Int? = nil, seed: UInt64 = 1, location: Location = .xian,
    date: CalendarDate = CalendarDate(dayNumber: 18_994)
  ) throws(RecipeProblem) {
    func within(_ field: RecipeField, _ given: Int?, _ usual: Int, _ allowed: ClosedRange<Int>) throws(RecipeProblem)
      -> Int
    {
      let value = given ?? min(max(usual, allowed.lowerBound), allowed.upperBound)
      guard allowed.contains(value) else { throw RecipeProblem(field: field, value: value, allowed: allowed) }
      return value
    }
    self.households = try within(.households, households, 0, 100...200_000)
    self.people = try within(.people, people, 0, 12...6520)
    self.compounds = try within(
      .compounds, compounds, households.dividedRoundingUp(by: 1700), 1...min(120, households / 25))
    // Two staircases with ten doors at least; at most what a floor of a town block holds.
    let fewest = max(self.compounds, households.dividedRoundingUp(by: 1000))
    self.buildings =
      buildings == nil ? nil : try within(.buildings, buildings, 0, fewest...max(fewest, households / 20))
    self.sites = try within(.sites, sites, people / 10, 1...min(1300, people / 4))
    self.days = try within(.days, days, 1, 1...14)
    self.vehicles = try within(
      .vehicles, vehicles, households.dividedRoundingUp(by: 1400), 0...min(200, people / 6))
    self.depots = try within(.depots, depots, self.vehicles.dividedRoundingUp(by: 8), 1...25)
    self.name = name ?? location.name + "演练区"
    self.seed = seed
    self.location = location
    self.date = date
  }
}

public enum RecipeField: String, Sendable, CaseIterable {
  case households, people, compounds, buildings, sites, days, vehicles, depots
}

/// A number of a recipe that lies outside what can be drawn, given the numbers before it.
public struct RecipeProblem: Error, Sendable, Hashable {
  public var field: RecipeField
  public var value: Int
  public var allowed: ClosedRange<Int>
  public init(field: RecipeField, value: Int, allowed: ClosedRange<Int>) {
    self.field = field
    self.value = value
    self.allowed = allowed
  }
}

/// A synthetic district of the given size: the same bytes for the same recipe.
/// - Complexity: O(households ÷ 50 + people × 14).
public func drawDistrict(_ recipe: DistrictRecipe) -> [DistrictFile] {
  var draft = DistrictDraft(recipe)
  draft.drawEverything(recipe)
  return draft.district.canonicalFiles()
}
