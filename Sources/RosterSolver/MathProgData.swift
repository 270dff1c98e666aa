import Rostering
import Units

extension RosterProblem {
  /// The data section for `Models/roster.mod`, everything by number from 0.
  ///
  /// - Parameters:
  ///   - level: The level to minimise, 1 to 3.
  ///   - minimum: The optimum of level 1, kept at levels 2 and 3.
  ///   - target: The optimum of level 2, kept at level 3.
  public func mathProgData(level: Int, minimum: Int = 0, target: Int = 0) -> String {
    var writer = MathProgWriter()
    writer.parameter("level", level)
    writer.parameter("minimumBest", minimum)
    writer.parameter("targetBest", target)
    writer.parameter("days", dayCount)
    writer.set("PEOPLE", Array(people.indices))
    writer.set("DUTIES", Array(duties.indices))
    writer.table("day", duties.enumerated().map { ([$0], $1.day) })
    writeSeats(&writer)
    writeOptions(&writer)
    writeSequence(&writer)
    writeAutomata(&writer)
    writeTotals(&writer)
    writeTogether(&writer)
    writer.parameter("constant", constant)
    return writer.text + "end;\n"
  }

  private func writeSeats(_ writer: inout MathProgWriter) {
    var seats: [(key: [Int], seat: Seat)] = []
    for (a, duty) in duties.enumerated() {
      writer.set("SEATS", at: [a], Array(duty.seats.indices))
      for (s, seat) in duty.seats.enumerated() { seats.append(([a, s], seat)) }
    }
    writer.table("minimum", seats.map { ($0.key, $0.seat.minimum) })
    writer.table("target", seats.map { ($0.key, $0.seat.target) })
    writer.table("maximum", seats.map { ($0.key, $0.seat.maximum) })
    writer.table("seatWeight", seats.map { ($0.key, $0.seat.weight) })
    writeWanted(seats, &writer)
    let led = duties.indices.filter { duties[$0].asksForLead }
    writer.set("LEAD", led)
    writer.table("leadWeight", led.map { ([$0], duties[$0].leadWeight) })
    writer.set("LEADERS", people.indices.filter { people[$0].mayLead })
  }

  /// Only what costs something: the model's defaults are 0.
  private func writeWanted(_ seats: [(key: [Int], seat: Seat)], _ writer: inout MathProgWriter) {
    let wanting = seats.filter { $0.seat.underCost > 0 || $0.seat.overCost > 0 }
    writer.table("wanted", wanting.map { ($0.key, $0.seat.wanted) })
    writer.table("underCost", wanting.map { ($0.key, $0.seat.underCost) })
    writer.table("overCost", wanting.map { ($0.key, $0.seat.overCost) })
  }

  private func writeOptions(_ writer: inout MathProgWriter) {
    var costs: [(key: [Int], value: Int)] = []
    for (p, person) in people.enumerated() {
      var from = 0
      while from < person.options.count {
        let duty = person.options[from].duty
        let options = person.options[from...].prefix { $0.duty == duty }
        writer.set("CAN", at: [p, duty], options.map(\.seat))
        for option in options where option.cost != 0 { costs.append(([p, duty, option.seat], option.cost)) }
        from = options.endIndex
      }
    }
    writer.table("cost", costs)
  }

  private func writeSequence(_ writer: inout MathProgWriter) {
    writer.set("CONFLICTS", conflicts.map { [$0.first, $0.second] })
    writer.set("LIMITED_RUN", longestRun == nil ? [] : [0])
    if let longestRun { writer.table("longestRun", [([0], longestRun)]) }
    writer.parameter("softRun", softRun)
    writer.parameter("runCost", runCost)
    writer.table("runBefore", people.enumerated().map { ([$0], $1.runBefore) })
    var fixed: [[Int]] = []
    for (p, person) in people.enumerated() { fixed += person.fixed.map { [p, $0] } }
    writer.set("FIXED", fixed)
  }

  private func writeTogether(_ writer: inout MathProgWriter) {
    var wishes: [(key: [Int], value: Int)] = []
    for (p, person) in people.enumerated() {
      for (w, wish) in person.wishes.enumerated() {
        writer.set("WISHED", at: [p, w], wish.duties)
        wishes.append(([p, w], wish.cost))
      }
    }
    writer.set("WISHES", wishes.map(\.key))
    writer.table("wishCost", wishes)
    writer.set("PAIRS", Array(pairs.indices))
    writer.table("first", pairs.enumerated().map { ([$0], $1.first) })
    writer.table("second", pairs.enumerated().map { ([$0], $1.second) })
    writer.table("pairCost", pairs.enumerated().map { ([$0], $1.cost) })
    writer.set("GROUPS", Array(groups.indices))
    for (g, group) in groups.enumerated() {
      writer.set("MEMBERS", at: [g], group.people)
      writer.set("PLACES", at: [g], Array(group.places.indices))
      for (k, place) in group.places.enumerated() { writer.set("AT", at: [g, k], place) }
    }
    writer.table("allowed", groups.enumerated().map { ([$0], $1.allowed) })
    writer.table("groupCost", groups.enumerated().map { ([$0], $1.cost) })
  }
}
