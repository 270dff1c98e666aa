import Districts
import Formats
import Testing

@testable import Changing

@Suite struct SealingTests {
  private func status(_ words: String...) throws -> [String: AccessStatus] {
    let scenario = try Scenario(baseline: Town.stored(), name: "").changed(
      by: ChangeList(words), options: ChangeOptions())
    return Dictionary(uniqueKeysWithValues: scenario.read.district.buildings.map { ($0.id.text, $0.status) })
  }

  @Test("a sealed compound seals all its buildings, a sealed building itself")
  func seal() throws {
    #expect(try status("seal=K1") == ["B1": .sealed, "B2": .sealed, "B3": .controlled])
    #expect(try status("seal=B1") == ["B1": .sealed, "B2": .sealed, "B3": .controlled])
    #expect(try status("set:buildings.B3.status=open", "seal=K2")["B3"] == .sealed)
  }

  @Test("unsealing takes back what sealing did; one building of a sealed compound can be opened")
  func unseal() throws {
    for id in ["K1", "B1"] { #expect(try Town.after("seal=\(id)", "unseal=\(id)").files == Town.files) }
    #expect(try status("unseal=B2")["B2"] == .open)
    #expect(try status("seal=K1", "unseal=B1") == ["B1": .open, "B2": .sealed, "B3": .controlled])
    // A compound that is not sealed itself opens the buildings that are.
    #expect(try status("unseal=K1")["B2"] == .open)
  }

  @Test("a table without the column gets it where it belongs")
  func column() throws {
    let files = Town.files.replacing(
      "buildings.csv", "id,compound,households,handover\nB1,K1,35,\nB2,K1,47,door\nB3,K2,1,\n")
    #expect(
      try Town.after("seal=B1", files: files).lines("buildings.csv") == [
        "id,compound,households,status,handover", "B1,K1,35,sealed,", "B2,K1,47,,door", "B3,K2,1,,",
      ])
  }
}
