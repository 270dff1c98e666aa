import Districts
import Foundation
import Testing
import Units
import Wording

@testable import Formats

@Suite("Two hundred broken districts") struct MutationTests {
  @Test("each is refused with place and remedy, or read as the slip meant it") func mutants() throws {
    let original = try Fixture.read(Fixture.bytes).district
    var refused = 0
    var read = 0
    for seed in 0..<200 {
      var random = SeededRandom(seed: UInt64(seed))
      let mutant = Mutators.all[seed % Mutators.all.count](&random)
      do {
        let district = try Fixture.read(mutant.files).district
        guard case .district(let change) = mutant.meaning else {
          Issue.record("mutant \(seed) was taken for a good district")
          continue
        }
        var expected = original
        change(&expected)
        #expect(EncodingTests.content(district) == EncodingTests.content(expected), "mutant \(seed)")
        read += 1
      } catch {
        guard case .refused = mutant.meaning else {
          Issue.record("mutant \(seed) was refused: \(error.lines(in: .english).prefix(3))")
          continue
        }
        refused += 1
        for problem in error.problems { expectPlaceAndRemedy(problem, seed) }
      }
    }
    #expect(refused + read == 200)
    #expect(refused >= 120 && read >= 30, "\(refused) refused, \(read) read")
  }

  private func expectPlaceAndRemedy(_ problem: Problem, _ seed: Int) {
    #expect(!problem.file.isEmpty)
    let isWholeFile: Set<ProblemCode> = [.missingFile, .misspelledFile, .fileTooLarge, .noConverter, .notARegularFile]
    #expect(problem.line != nil || isWholeFile.contains(problem.code), "mutant \(seed): \(problem)")
    for language in Language.allCases {
      let message = problem.message(in: language)
      #expect(message.contains(language == .chinese ? "；" : "; "), "mutant \(seed) has no remedy: \(message)")
      #expect(
        !message.replacingOccurrences(of: "\\u{", with: "").contains("{"),
        "mutant \(seed) leaves a value open: \(message)")
    }
  }

  @Test("flipped, lost and doubled bytes never bring the reader down") func fuzz() {
    var random = SeededRandom(seed: 4711)
    let names = Fixture.files.keys.sorted()
    var refused = 0
    for _ in 0..<2000 {
      let name = random.pick(names)
      var bytes = Fixture.bytes[name] ?? []
      for _ in 0...random.below(3) {
        let index = random.below(bytes.count)
        switch random.below(4) {
        case 0: bytes[index] ^= UInt8(1 << random.below(8))
        case 1: bytes[index] = UInt8(random.below(256))
        case 2: bytes.remove(at: index)
        default: bytes.insert(bytes[random.below(bytes.count)], at: index)
        }
      }
      refused += Fixture.problems(name, bytes: bytes).isEmpty ? 0 : 1
    }
    #expect(refused > 1000)
  }
}
