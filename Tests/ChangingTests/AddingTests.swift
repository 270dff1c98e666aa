import Districts
import Formats
import Synthesis
import Testing

@testable import Changing

@Suite struct AddingTests {
  @Test("new volunteers can do what every volunteer can, and are there all day")
  func people() throws {
    let after = try Town.after("add=volunteer*2", "add=volunteer")
    #expect(
      after.lines("cadres.csv").suffix(3) == [
        "volunteer.1,volunteer.1,volunteer,,entry,,,", "volunteer.2,volunteer.2,volunteer,,entry,,,",
        "volunteer.3,volunteer.3,volunteer,,entry,,,",
      ])
    #expect(after.lines("availability.csv").last == "volunteer.3,00:00,24:00,*,available")
    #expect(try Town.after("add=volunteer+drive").lines("cadres.csv").last?.contains("entry;drive") == true)
    #expect(try Town.after("add=driver").lines("cadres.csv").last?.contains(",drive,") == true)
    #expect(try Town.problems("add=volunteer+driv").first?.contains("did you mean drive?") == true)
  }

  @Test("where everybody is there by default, new people need no row")
  func alwaysThere() throws {
    let files = Town.files.replacing(
      "district.yaml", (Town.texts["district.yaml"] ?? "") + "default_availability: always\n")
    #expect(try Town.after("add=medic", files: files).files["availability.csv"] == files["availability.csv"])
  }

  @Test("another one like a person has the weekly hours, but neither partner, illness nor single absences")
  func likePerson() throws {
    let after = try Town.after("absent=C2", "add=like:C2")
    #expect(after.lines("cadres.csv").last == "C2.1,任梦利+1,volunteer,,entry,,,")
    #expect(
      after.lines("availability.csv").filter { $0.hasPrefix("C2.1,") } == [
        "C2.1,06:00,22:00,*,available", "C2.1,12:00,13:00,mon,unavailable",
      ])
    #expect(try Town.after("add=C3").lines("cadres.csv").last == "C3.1,李伟+1,volunteer,,entry;drive,,,")
    #expect(try Town.after("add=C1").lines("travel.csv").last == "C1.1,S1,foot,500,400")
  }

  @Test("another vehicle, point, depot or site brings what belongs to it")
  func likePlaces() throws {
    let vehicles = try Town.after("add=V1*2")
    #expect(
      vehicles.lines("vehicles.csv").suffix(2) == [
        "V1.1,晋L·A1001+1,D1,240,15:00,21:00,1", "V1.2,晋L·A1001+2,D1,240,15:00,21:00,1",
      ])
    #expect(vehicles.touched == ["vehicles.csv"])
    #expect(
      try Town.after("add=P1").lines("travel.csv").suffix(2)
        == [
          "D1,P1.1,vehicle,3200,420", "P1.1,D1,vehicle,3300,430",
        ].reversed())
    #expect(try Town.after("add=D1").lines("stock.csv").suffix(2) == ["D1.1,veg,450", "D1.1,med,10"])
    let site = try Town.after("add=S1")
    #expect(
      site.lines("posts.csv").suffix(2) == ["S1.1,gate,checkpoint,day,,,2", "S1.1,gate,checkpoint,day,guide,entry,1"])
    #expect(site.lines("onhand.csv").last == "S1.1,med,3")
  }

  @Test("new ids never clash and never grow too long")
  func ids() throws {
    let long = String(repeating: "x", count: 40)
    var fresh = FreshIDs(["V1.1", "V1.3"])
    #expect([fresh.id(like: "V1"), fresh.id(like: "V1"), fresh.id(like: "V1")] == ["V1.2", "V1.4", "V1.5"])
    #expect(fresh.id(like: long) == String(repeating: "x", count: 38) + ".1")
    let text = (Town.texts["sites.csv"] ?? "") + "V1.1,东门\n"
    #expect(try Town.after("add=V1", files: Town.files.replacing("sites.csv", text)).edits.first?.row == "V1.2")
  }
}
