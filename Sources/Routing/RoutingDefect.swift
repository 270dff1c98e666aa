/// What is wrong with a routing problem; an engine is never given such a one.
public enum RoutingDefect: Error, Sendable, Hashable {
  case matrixSize
  /// The kind of thing (`depot`, `client`, `vehicle`, `shipment`, `group`, `fixed_route`) and its index: it names
  /// something that does not exist.
  case unknownIndex(String, Int)
  case negative(String, Int)
  /// A window that ends before it begins, or windows that are not ascending and disjoint.
  case window(String, Int)
  /// A client that two shipments, groups or fixed routes claim, or a group of none.
  case claimedTwice(client: Int)
  /// What a shipment's first client gives is not what its second gets.
  case shipmentLoads(Int)
  /// One client of a shipment that a fixed route names without the other, or behind it.
  case fixedShipment(Int)
  /// A client in parts that has a service time, a pickup, or loads that are no multiples of the first; that a shipment,
  /// group or fixed route names; or that is cut into more than `RoutingProblem.partLimit` parts in all.
  case parts(client: Int)
  /// A need curve that does not rise in both, or does not end with all units.
  case needs(client: Int)
  /// A bond that must hold, with a client that has a prize or belongs to a shipment, group or fixed route.
  case bond(Int)
  /// Totals could leave 62 bits.
  case overflow
}
