import Routing

/// What a VRPLIB file says of each node.
struct NodeValues {
  private var demand: [Int] = []
  private var backhaul: [Int] = []
  private var service: [Int] = []
  private var release: [Int] = []
  /// 0: must be visited, as in the published instances.
  private var prize: [Int] = []
  private(set) var windows: [RoutingProblem.Window?]
  var isBackhaul: [Bool] { backhaul.map { $0 > 0 } }

  init(_ file: VRPLIBReader) {
    windows = Array(repeating: nil, count: file.count)
    demand = loads(.demand, file)
    backhaul = loads(.backhaul, file)
    release = amounts(.releaseTime, within: RoutingLimit.moment, file)
    prize = amounts(.prize, within: RoutingLimit.length, file)
    service = amounts(.serviceTime, within: RoutingLimit.length, file)
    if let header = file.text.headers[.serviceTime] {
      file.reader.line = header.line
      let value = file.lines.decimal(header.value, in: RoutingLimit.length, column: "SERVICE_TIME") ?? 0
      service = Array(repeating: file.rounding.whole(value), count: file.count)
    }
    readWindows(file)
    if file.count > RoutingLimit.matrix, isBackhaul.contains(true) {
      file.reader.line = 0
      file.reader.complain(.tooLargeToSolve, ["value": String(file.count), "most": String(RoutingLimit.matrix)])
    }
  }

  func client(_ node: Int) -> RoutingProblem.Client {
    var client = RoutingProblem.Client(location: node)
    if demand[node] > 0 { client.delivery = [demand[node]] }
    if backhaul[node] > 0 { client.pickup = [backhaul[node]] }
    client.service = service[node]
    client.windows = windows[node].map { [$0] } ?? []
    client.release = release[node] > 0 ? release[node] : nil
    client.prize = prize[node] > 0 ? prize[node] : nil
    return client
  }

  private func loads(_ section: VRPLIBSection, _ file: VRPLIBReader) -> [Int] {
    column(section, file) { file.lines.whole($0, in: RoutingLimit.load, column: section.rawValue) }
  }

  private func amounts(_ section: VRPLIBSection, within range: ClosedRange<Double>, _ file: VRPLIBReader) -> [Int] {
    column(section, file) {
      file.lines.decimal($0, in: range, column: section.rawValue).map(file.rounding.whole)
    }
  }

  /// A number for each node; 0 where there is no such section.
  private func column(_ section: VRPLIBSection, _ file: VRPLIBReader, _ value: (String) -> Int?) -> [Int] {
    var column = Array(repeating: 0, count: file.count)
    for row in file.rows(section, count: file.count, values: 1...1, shape: "1 10") {
      file.reader.line = row.line
      guard let value = value(row.values[0]) else { continue }
      column[row.number - 1] = value
      if value != 0, file.depots.contains(row.number - 1) {
        file.reader.complain(.numberOutOfRange, ["value": row.values[0], "least": "0", "most": "0"], column: "depot")
      }
    }
    return column
  }

  private mutating func readWindows(_ file: VRPLIBReader) {
    for row in file.rows(.timeWindow, count: file.count, values: 2...2, shape: "1 0 1000") {
      file.reader.line = row.line
      guard let window = file.lines.window(row.values[0], row.values[1]) else { continue }
      windows[row.number - 1] = RoutingProblem.Window(
        from: file.rounding.whole(window.lowerBound), to: file.rounding.whole(window.upperBound))
    }
  }
}
