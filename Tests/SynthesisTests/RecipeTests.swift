import Synthesis
import Testing
import Units

@Suite struct RecipeTests {
  static func recipes() throws -> [DistrictRecipe] {
    [
      try DistrictRecipe(households: 100, people: 12),
      try DistrictRecipe(households: 388, people: 20, compounds: 1, sites: 2, days: 2, vehicles: 0, seed: 7),
      try DistrictRecipe(households: 100, people: 12, compounds: 4, sites: 3, days: 14, vehicles: 2, depots: 3),
      try DistrictRecipe(households: 3000, people: 60, compounds: 7, buildings: 150, vehicles: 1),
      try DistrictRecipe(households: 3000, people: 60, compounds: 7, buildings: 7, vehicles: 1, seed: 9),
      try DistrictRecipe(households: 9000, people: 300, days: 7, seed: 3, location: .linfen),
    ]
  }

  @Test("the same recipe gives the same bytes, another seed gives others")
  func sameBytes() throws {
    let a = try DistrictRecipe(households: 2000, people: 60, seed: 5)
    let b = try DistrictRecipe(households: 2000, people: 60, seed: 6)
    #expect(drawDistrict(a) == drawDistrict(a))
    #expect(drawDistrict(a) != drawDistrict(b))
  }

  @Test("counts are those of the recipe, to the household")
  func counts() throws {
    for recipe in try RecipeTests.recipes() {
      let files = drawDistrict(recipe)
      #expect(Table("buildings", of: files).numbers("households").reduce(0, +) == recipe.households)
      if let buildings = recipe.buildings { #expect(Table("buildings", of: files).rows.count == buildings) }
      #expect(Table("cadres", of: files).rows.count == recipe.people)
      #expect(Table("compounds", of: files).rows.count == recipe.compounds)
      #expect(Table("sites", of: files).rows.count == recipe.sites)
      #expect(Table("vehicles", of: files).rows.count == recipe.vehicles)
      #expect(Table("depots", of: files).rows.count == recipe.depots)
      #expect(files.first?.text.contains("plan: { date: \(recipe.date), days: \(recipe.days) }") == true)
    }
  }

  @Test("a number outside its limits is refused with the limits")
  func limits() {
    #expect(throws: RecipeProblem(field: .households, value: 99, allowed: 100...200_000)) {
      try DistrictRecipe(households: 99, people: 12)
    }
    #expect(throws: RecipeProblem(field: .people, value: 6521, allowed: 12...6520)) {
      try DistrictRecipe(households: 100, people: 6521)
    }
    #expect(throws: RecipeProblem(field: .compounds, value: 5, allowed: 1...4)) {  // 100 households ÷ 25 = 4
      try DistrictRecipe(households: 100, people: 12, compounds: 5)
    }
    #expect(throws: RecipeProblem(field: .buildings, value: 6, allowed: 4...5)) {  // 100 ÷ 20 = 5
      try DistrictRecipe(households: 100, people: 12, compounds: 4, buildings: 6)
    }
    #expect(throws: RecipeProblem(field: .days, value: 15, allowed: 1...14)) {
      try DistrictRecipe(households: 100, people: 12, days: 15)
    }
  }

  @Test("lorries of a recipe with few vehicles hold and bring what everybody needs in the hours of their crews")
  func lorries() throws {
    let files = Sample.yaoduSupply.files
    #expect(files == Sample.yaoduSupply.files)
    #expect(Table("buildings", of: files).numbers("households").reduce(0, +) == 200_000)
    #expect(Table("buildings", of: files).rows.count == 2000)
    #expect(Table("stock", of: files).numbers("packs").reduce(0, +) >= 206_000)  // 3 % in reserve
    // A trip a pack: a second to load and one to unload; 300 s each for the stops, 3,600 s on the way.
    let trips = Table("vehicles", of: files).numbers("capacity_packs").map { 43_200 / (4200 + 2 * $0) * $0 }
    #expect(trips.reduce(0, +) >= 206_000)
  }

  @Test("the largest district has every household and every person")
  func largest() throws {
    let recipe = try DistrictRecipe(households: 200_000, people: 6520, days: 14)
    let files = drawDistrict(recipe)
    #expect(Table("buildings", of: files).numbers("households").reduce(0, +) == 200_000)
    #expect(Table("cadres", of: files).rows.count == 6520)
    #expect(recipe.compounds == 118)  // ⌈200,000 ÷ 1,700⌉
  }
}
