/// Numbers of the annealing that were found by measuring (docs/routing.md).
enum Tuning {
  /// Temperatures, in prices of an average leg: at the start, at the end.
  static let hot = 0.5
  static let cold = 0.01
  /// Share of the budget for a first, quick cooling; then the best plan is warmed up to this and cooled slowly.
  static let quickShare = 0.0
  static let warm = 0.3
}
