import RouteSolver
import Routing
import Units

/// Brings what parts left open, pack by pack, on trips that there are and on new ones.
///
/// Parts are coarse: the last packs of a vehicle's room, of a good's stock or of the time before a moment can be fewer
/// than one. O(open clients × trips) trials, each a judgement; `trialLimit` at most, and none after the deadline.
struct RouteTopUp {
  private let task: RouteTask
  private var draft: RouteDraft
  private(set) var verdict: RouteTask.Verdict
  private let deadline: Deadline
  private var trials = 0
  private static let trialLimit = 400

  init(_ task: RouteTask, _ draft: RouteDraft, _ verdict: RouteTask.Verdict, until deadline: Deadline) {
    self.deadline = deadline
    self.task = task
    self.draft = draft
    self.verdict = verdict
  }

  private var canTry: Bool { trials < Self.trialLimit && !deadline.isOver }

  mutating func run() {
    guard verdict.isValid, verdict.objective.undelivered > 0 else { return }
    let clients = task.problem.clients
    let open = clients.indices.filter { verdict.missing[$0] > 0 }
      .sorted { (-clients[$0].weight, $0) < (-clients[$1].weight, $1) }
    for client in open {
      for isThere in [true, false] {
        for route in draft.routes.indices {
          for trip in draft.routes[route].trips.indices where draft.routes[route].trips[trip].units > 0 {
            let stop = draft.routes[route].trips[trip].stops.firstIndex { $0.client == client && $0.units > 0 }
            guard (stop != nil) == isThere, verdict.missing[client] > 0, canTry else { continue }
            raise(client, route, trip, stop)
          }
        }
      }
      addTrips(for: client)
    }
  }

  /// Packs on a trip of their own at the end of a vehicle's day, loaded as soon as it comes or when goods come in.
  private mutating func addTrips(for client: Int) {
    let problem = task.problem
    for vehicle in problem.vehicles.indices where problem.vehicles[vehicle].count > 0 {
      for depot in problem.loadingDepots(vehicle: vehicle) {
        let moments = [problem.depots[depot].hours.from] + problem.depots[depot].supplies.map(\.ready)
        for begin in Set(moments).sorted() where verdict.missing[client] > 0 && canTry {
          var index = draft.routes.firstIndex { $0.vehicle == vehicle }
          if index == nil {
            draft.routes.append(.init(vehicle: vehicle, trips: []))
            index = draft.routes.count - 1
          }
          guard let route = index else { continue }
          draft.routes[route].trips.append(.init(depot: depot, begin: begin, stops: []))
          raise(client, route, draft.routes[route].trips.count - 1, nil)
        }
      }
    }
  }

  /// As many packs as can be added at a stop, or at a new one at the trip's end.
  private mutating func raise(_ client: Int, _ route: Int, _ trip: Int, _ stop: Int?) {
    var step = min(verdict.missing[client], room(for: client, route, trip))
    while step > 0, verdict.missing[client] > 0, canTry {
      var next = draft
      let there = stop ?? next.routes[route].trips[trip].stops.firstIndex { $0.client == client && $0.units > 0 }
      if let there {
        next.routes[route].trips[trip].stops[there].units += step
      } else {
        next.routes[route].trips[trip].stops.append(.init(client: client, units: step))
      }
      trials += 1
      let better = task.verdict(next.solution(task.problem))
      if better.isValid, better.objective < verdict.objective {
        (draft, verdict) = (next, better)
        step = min(step, verdict.missing[client], room(for: client, route, trip))
      } else {
        step /= 2
      }
    }
  }

  /// Packs of the client's good that the vehicle and the depot still have room and stock for.
  private func room(for client: Int, _ route: Int, _ trip: Int) -> Int {
    let problem = task.problem
    let vehicle = problem.vehicles[draft.routes[route].vehicle]
    let depot = draft.routes[route].trips[trip].depot
    let delivery = problem.clients[client].delivery
    var room = Int.max
    for load in delivery.indices where delivery[load] > 0 {
      let each = delivery[load] / max(1, delivery[0])
      func sum(_ trip: RouteDraft.Trip) -> Int {
        trip.stops.reduce(0) {
          let own = problem.clients[$1.client].delivery
          return $0 + (load < own.count ? $1.units * own[load] / max(1, own[0]) : 0)
        }
      }
      if load < vehicle.capacity.count {
        room = min(room, (vehicle.capacity[load] - sum(draft.routes[route].trips[trip])) / each)
      }
      if let stock = problem.stock(depot: depot, load: load), stock < 1 << 31 {
        let taken = draft.routes.reduce(0) { $0 + $1.trips.reduce(0) { $0 + ($1.depot == depot ? sum($1) : 0) } }
        room = min(room, (stock - taken) / each)
      }
    }
    return max(0, room)
  }
}
