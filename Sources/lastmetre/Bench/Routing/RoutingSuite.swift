import Foundation

/// One public routing instance of the suite.
struct RoutingSuiteInstance: Sendable, Hashable {
  var group: RoutingSuite.Group
  /// The file's name without its ending.
  var name: String
  var path: String
}

/// The public routing instances in a folder laid out as `CVRP/X-n106-k14.vrp`, `VRPTW/solomon/R101.txt` and so on: of
/// each kind a fixed spread over sizes and shapes.
struct RoutingSuite {
  enum Group: String, CaseIterable, Sendable {
    case cvrp, solomon, homberger
    case multiTrip = "multi-trip"
    case prizes
    case mixedFleet = "mixed-fleet"
    case depotsAndWindows = "depots-and-windows"
    case depots, pickups, backhauls, belgium, bounds

    /// Where its files lie, and how they end.
    var places: [(folder: String, ending: String)] {
      switch self {
      case .cvrp: [("CVRP", ".vrp")]
      case .solomon, .bounds: [("VRPTW/solomon", ".txt")]
      case .homberger: [("VRPTW/homberger_200", ".txt"), ("VRPTW/homberger_400", ".txt"), ("VRPTW", ".vrp")]
      case .multiTrip: [("MTVRPTWR", ".vrp")]
      case .prizes: [("PCVRPTW", ".vrp")]
      case .mixedFleet: [("HFVRP", ".vrp")]
      case .depotsAndWindows: [("MDVRPTW", ".vrp")]
      case .depots: [("MDVRP/cordeau", ".txt")]
      case .pickups: [("PDPTW/li_lim_100", ".txt")]
      case .backhauls: [("VRPB", ".vrp")]
      case .belgium: [("CVRP/XXL", ".vrp")]
      }
    }

    /// Which of them, in order.
    var chosen: [String] {
      switch self {
      case .cvrp:
        [
          "X-n106-k14", "X-n153-k22", "X-n200-k36", "X-n256-k16", "X-n303-k21", "X-n376-k94", "X-n449-k29",
          "X-n561-k42", "X-n766-k71", "X-n1001-k43",
        ]
      case .solomon: ["C104", "C208", "R101", "R112", "R211", "RC101", "RC108", "RC204"]
      case .homberger: ["c2_2_8", "r1_2_4", "rc2_2_6", "r1_4_1", "rc1_4_6", "C1_10_6", "R2_10_4", "RC2_10_6"]
      case .multiTrip: ["C204R0.5", "R208R0.5", "RC203R0.5", "R2_2_05R0.5", "RC2_2_03R0.5"]
      case .prizes: ["C1_10_4", "C2_10_6", "R1_10_2", "R2_10_8", "RC1_10_6"]
      case .mixedFleet: ["X106-FSMD", "X200-HD", "X331-FSMF", "X513-HVRP", "X916-FSMFD"]
      case .depotsAndWindows: ["PR11A", "PR14A", "PR16A", "PR19A", "PR24A"]
      case .depots: ["p03", "p07", "p11", "p15", "p21", "pr04", "pr08", "pr10"]
      case .pickups: ["lc103", "lc204", "lr104", "lr112", "lr208", "lrc103", "lrc107", "lrc205"]
      case .backhauls:
        ["X-n524-66-k129", "X-n561-50-k22", "X-n641-80-k28", "X-n783-66-k31", "X-n1001-50-k22"]
      case .belgium: ["Leuven1", "Antwerp1", "Ghent1", "Brussels1", "Flanders1"]
      case .bounds:
        (1...9).map { "C10\($0)" } + (1...9).map { "R10\($0)" } + ["R110", "R111", "R112"] + (1...8).map { "RC10\($0)" }
      }
    }

    /// Seconds for a run, by the number of clients.
    func seconds(clients: Int) -> Int {
      switch self {
      case .belgium: 300
      case .bounds: 60
      default: clients <= 100 ? 20 : clients <= 500 ? 60 : 120
      }
    }

    /// Of a run, for the bound: the search needs little where the bound is what is asked for.
    func secondsForBound(of seconds: Int) -> Int { self == .bounds ? seconds * 9 / 10 : 0 }
  }

  /// All files there are, those of the spread first in each group.
  let all: [RoutingSuiteInstance]
  let spread: Set<RoutingSuiteInstance>

  init(folder: String) {
    var all: [RoutingSuiteInstance] = []
    var spread: Set<RoutingSuiteInstance> = []
    for group in Group.allCases {
      var found: [RoutingSuiteInstance] = []
      for place in group.places {
        let root = folder + "/" + place.folder
        let names = (try? FileManager.default.contentsOfDirectory(atPath: root)) ?? []
        for name in names.sorted() where name.hasSuffix(place.ending) {
          found.append(
            RoutingSuiteInstance(
              group: group, name: String(name.dropLast(place.ending.count)), path: root + "/" + name))
        }
      }
      let chosen = group.chosen.compactMap { name in found.first { $0.name == name } }
      spread.formUnion(chosen)
      all += chosen
      if group != .bounds { all += found.filter { !chosen.contains($0) } }
    }
    self.all = all
    self.spread = spread
  }

  /// The instances that were asked for, each once; and a name that nothing has.
  ///
  /// A name is a group's (its spread), a file's without ending, or both (`prizes/C1_10_6`). Nothing asked: the spread
  /// of every group.
  func chosen(_ asked: [String]) -> (instances: [RoutingSuiteInstance], unknown: String?) {
    var chosen: [RoutingSuiteInstance] = []
    for name in asked.isEmpty ? Group.allCases.map(\.rawValue) : asked {
      let group = Group(rawValue: name)
      let found =
        group.map { group in all.filter { $0.group == group && spread.contains($0) } }
        ?? all.first { $0.name == name || "\($0.group.rawValue)/\($0.name)" == name }.map { [$0] } ?? []
      if found.isEmpty, group == nil || !asked.isEmpty { return ([], name) }
      chosen += found.filter { !chosen.contains($0) }
    }
    return (chosen, nil)
  }
}
