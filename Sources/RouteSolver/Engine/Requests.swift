import Routing

/// What is inserted as one: a client, one of several alternatives, or a pickup with its delivery.
struct Requests: Sendable {
  enum Kind: UInt8, Sendable { case single, group, shipment }
  private(set) var kind: [Kind] = []
  /// Clients of request r: `members[first[r] ..< first[r + 1]]`.
  private(set) var first: [Int32] = [0]
  private(set) var members: [Int32] = []
  /// By client.
  private(set) var ofClient: [Int32]
  /// What leaving it out costs; `EngineFacts.never` where it must be served.
  private(set) var prize: [Int] = []
  private(set) var weight: [Int] = []
  private(set) var isPlain = true

  private(set) var hasShipments = false

  var count: Int { kind.count }
  /// Clients in all.
  var memberCount: Int { members.count }
  @inline(__always) func size(_ request: Int) -> Int { Int(first[request &+ 1] &- first[request]) }
  @inline(__always) func member(_ request: Int, _ number: Int) -> Int { Int(members[Int(first[request]) &+ number]) }

  init(_ problem: RoutingProblem) {
    ofClient = Array(repeating: -1, count: problem.clients.count)
    func add(_ kind: Kind, _ clients: [Int], _ requests: inout Requests) {
      for client in clients { requests.ofClient[client] = Int32(requests.kind.count) }
      requests.kind.append(kind)
      requests.members += clients.map { Int32($0) }
      requests.first.append(Int32(requests.members.count))
      let prizes = clients.compactMap { problem.clients[$0].prize }
      switch kind {
      // A shipment is left out whole: both its clients are.
      case .shipment:
        requests.prize.append(prizes.count == 2 ? prizes[0] + prizes[1] : EngineFacts.never)
        requests.weight.append(
          clients.reduce(0) { $0 + (problem.clients[$1].prize == nil ? problem.clients[$1].weight : 0) })
      case .single, .group:
        requests.prize.append(prizes.min() ?? EngineFacts.never)
        requests.weight.append(clients.map { problem.clients[$0].weight }.max() ?? 0)
      }
    }
    for shipment in problem.shipments { add(.shipment, [shipment.from, shipment.to], &self) }
    for group in problem.groups { add(.group, group.clients, &self) }
    isPlain = count == 0
    hasShipments = !problem.shipments.isEmpty
    for client in problem.clients.indices where ofClient[client] < 0 { add(.single, [client], &self) }
  }
}
