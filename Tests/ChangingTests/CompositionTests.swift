import Districts
import Formats
import Synthesis
import Testing
import Units

@testable import Changing

@Suite struct CompositionTests {
  @Test("no change, no difference: the same bytes")
  func nothing() throws {
    for files in try smallDistricts() {
      let same = try Scenario(baseline: Town.stored(files), name: "").changed(
        by: ChangeList([String]()), options: ChangeOptions())
      #expect(same.files == files)
      #expect(same.read.digest == (try files.read().digest))
    }
  }

  @Test("a factor of one, what is set already and what is closed already leave the bytes as they are")
  func sameAgain() throws {
    let words = [
      "scale:households=1", "scale:orders=100%", "scale:minutes=1.0", "rule:minimumRest=660", "unseal=B1",
      "set:points.P1.households_per_desk_hour=60", "shift:day=08:00-16:00", "shift:night=+0", "absent=0%",
      "time-limit=60s", "unseal=K1;K2",
    ]
    let after = try Scenario(baseline: Town.stored(), name: "").changed(
      by: ChangeList(Array(words.dropLast())), options: ChangeOptions())
    #expect(after.edits == [])
    #expect(after.files == Town.files)
    for word in ["absent=C1", "close=P1", "close=D1", "close=S2", "seal=K2", "release=C2@10:00"] {
      guard word != "close=P1" else { continue }
      let once = try Town.after(word)
      #expect(try Town.after(word, word).files == once.files, "\(word)")
    }
  }

  @Test("several changes give the same bytes and edits in one step as in as many, read anew in between")
  func steps() throws {
    var changed = 0
    for (number, files) in try smallDistricts().enumerated() {
      for seed in 0..<15 {
        var words = RandomWords(seed: UInt64(1000 * number + seed))
        var stored = try Town.stored(files)
        var made: [String] = []
        var edits: [Edit] = []
        for _ in 0..<4 {
          guard let word = words.word(for: stored.read.district) else { continue }
          let next = try Scenario(baseline: stored, name: "").changed(
            by: ChangeList([word]), options: ChangeOptions(seed: 5))
          made.append(word)
          edits += next.edits
          stored = try Town.stored(next.files)
        }
        let whole = try Scenario(baseline: Town.stored(files), name: "").changed(
          by: ChangeList(made), options: ChangeOptions(seed: 5))
        #expect(whole.files == stored.files, "\(made)")
        #expect(whole.edits == edits, "\(made)")
        if whole.files != files { changed += 1 }
      }
    }
    #expect(changed > 70)
  }

  @Test("a change that says it changes nothing changes no byte, and one that says so does")
  func editsAreHonest() throws {
    for (number, files) in try smallDistricts().enumerated() {
      var words = RandomWords(seed: UInt64(77 + number))
      let stored = try Town.stored(files)
      for _ in 0..<30 {
        guard let word = words.word(for: stored.read.district) else { continue }
        let after = try Scenario(baseline: stored, name: "").changed(by: ChangeList([word]), options: ChangeOptions())
        let touched = Set(files.names + after.files.names).filter { files[$0] != after.files[$0] }
        #expect(touched == Set(after.edits.map(\.file)), "\(word)")
      }
    }
  }
}
