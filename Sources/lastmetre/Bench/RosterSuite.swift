import Foundation

/// One instance of the rostering suite: its name, its file, and for nurse rostering which weeks.
struct SuiteInstance: Sendable {
  var name: String
  var path: String
  var history: Int?
  var weeks: [Int]?
}

/// The public rostering instances in a folder laid out as `shift-scheduling/Instance*.txt` and `inrc2/NAME/Sc-NAME.txt`.
struct RosterSuite {
  /// By number, then nurse rostering by name.
  var all: [SuiteInstance]

  init(folder: String) {
    let numbered = RosterSuite.names(folder + "/shift-scheduling").compactMap { name -> (Int, SuiteInstance)? in
      guard name.hasPrefix("Instance"), name.hasSuffix(".txt"), let number = Int(name.dropFirst(8).dropLast(4)) else {
        return nil
      }
      return (number, SuiteInstance(name: "Instance\(number)", path: "\(folder)/shift-scheduling/\(name)"))
    }
    let nurses = RosterSuite.names(folder + "/inrc2").compactMap { name -> SuiteInstance? in
      // `n030w4`: thirty nurses, four weeks; the first history, the first weeks.
      guard name.hasPrefix("n"), let weeks = name.split(separator: "w").last.flatMap({ Int($0) }),
        (1...8).contains(weeks)
      else { return nil }
      return SuiteInstance(
        name: name, path: "\(folder)/inrc2/\(name)/Sc-\(name).txt", history: 0, weeks: Array(0..<weeks))
    }
    all = numbered.sorted { $0.0 < $1.0 }.map(\.1) + nurses.sorted { $0.name < $1.name }
  }

  private static func names(_ folder: String) -> [String] {
    (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
  }

  /// The instances that were asked for, each once, in the order asked; nil for a name that nothing has.
  ///
  /// A name is `8` or `Instance8`, `n030w4`, `shift-scheduling` or `inrc2`. Nothing asked: all shift-scheduling ones.
  func chosen(_ asked: [String]) -> (instances: [SuiteInstance], unknown: String?) {
    var chosen: [SuiteInstance] = []
    for name in asked.isEmpty ? ["shift-scheduling"] : asked {
      let found = all.filter { instance in
        switch name {
        case "shift-scheduling": instance.weeks == nil
        case "inrc2": instance.weeks != nil
        default: instance.name == name || instance.name == "Instance\(name)"
        }
      }
      if found.isEmpty { return ([], name) }
      chosen += found.filter { new in !chosen.contains { $0.name == new.name } }
    }
    return (chosen, nil)
  }
}
