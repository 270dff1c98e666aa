import Districts
import Units

extension Sample {
  /// A whole district's evening of vegetables: as large as a district may be.
  ///
  /// People: the 6,520 party members of the district (fact B1); a point for some 1,700 households with two cadres and
  /// six volunteers (A9). All other figures are synthetic, and drawn by the recipe.
  static func drawYaoduSupply() -> District {
    let sizes = try? DistrictRecipe(
      name: "尧都区保供", households: 200_000, people: 6520, compounds: 120, buildings: 2000, sites: 120, vehicles: 40,
      depots: 6, seed: yaoduSupply.seed, location: .linfen, date: CalendarDate(dayNumber: 19_288))  // 2022-10-23
    guard let recipe = sizes else { return District() }
    var draft = DistrictDraft(recipe)
    draft.drawEverything(recipe)
    return draft.district
  }
}
