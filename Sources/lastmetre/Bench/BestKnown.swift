/// The best costs anybody has published for the shift-scheduling instances.
///
/// Source: schedulingbenchmarks.org, the page of the 24 instances of Curtois and Qu (2014), as of September 2026; for
/// 1–23 the best lower bound published is the same number, for 24 it is 40,438.
enum BestKnown {
  static let source = "schedulingbenchmarks.org, 2026-09"

  private static let costs = [
    607, 828, 1001, 1716, 1143, 1950, 1056, 1300, 439, 4631, 3443, 4040, 1348, 1278, 3828, 3225, 5746, 4459, 3149, 4769,
    21133, 30241, 17285, 40439,
  ]

  /// By the instance's name, `Instance1` to `Instance24`.
  static func cost(of instance: String) -> Int? {
    guard instance.hasPrefix("Instance"), let number = Int(instance.dropFirst(8)), (1...costs.count).contains(number)
    else { return nil }
    return costs[number - 1]
  }
}
