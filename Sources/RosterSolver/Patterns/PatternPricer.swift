import Rostering
import Units

/// Finds one person's cheapest patterns under prices for the rows of cover: label setting over (day, node) × sums.
///
/// Backwards, what completing from a node costs at least is worked out for every number of steps of the primary sum,
/// exactly but for the packed sums. Forwards, labels that cannot end below the limit are dropped, and labels that
/// another one beats in cost and in every packed sum. The limit starts near the least completion and is widened until
/// a pattern is found, so that few labels are ever made.
/// Source: Irnich and Desaulniers, "Shortest path problems with resource constraints" (2005).
final class PatternPricer {
  let tables: PatternTables

  /// A pattern found: its value under the prices, and its cells.
  struct Found {
    var value: Double
    var cells: [UInt16]
  }

  struct Request {
    /// Only patterns below this are wanted.
    var below = Double.infinity
    var most = 1
    /// How far above the best further patterns may be, as a share of what lies between the least completion and `below`.
    var spread = 0.0
    /// Labels after which a pass is given up.
    var labelLimit = 400_000
  }

  /// Adjustments of the penalties in one call; they are kept for the next.
  static let penaltyRounds = 3

  /// What is known after a call: no pattern is below `least`.
  var least = 0.0
  var found: [Found] = []
  /// Of options that are worth the same, everybody takes another one first: who is alike does not do alike.
  var breaksTiesByPerson = false
  /// Labels made in all calls.
  var labelsMade = 0

  /// Fields counted for a person, beyond those that always are.
  var demanded: [PackedSums]
  // What a row's price is for one more person, and a forced cell for (person, day): −1 none.
  var movePrice: [Double] = []
  var moveOption: [Int32] = []
  /// By duty, while a person with rows of `LinkTables` is priced: what pair rows add, and the site row.
  var dutyPrice: [Double] = []
  var dutySite: [Int32] = []
  var hasLinkPrices = false
  var completion: [Double] = []
  /// Of a person's maxima counted on demand, by their place there: what one step costs extra in completions.
  var penalty: [[Double]]
  var effectPenalty: [Double] = []
  /// Σ penalty × maximum: completions are too high by it.
  var penaltyRoom = 0.0
  var low: [Int32] = []
  var high: [Int32] = []
  /// Steps of the primary sum and room beyond them, for each value of the second.
  var rowStride = 1
  var labels = PatternLabels()
  var heads: [Int32] = []

  init(_ tables: PatternTables) {
    self.tables = tables
    demanded = [PackedSums](repeating: PackedSums(), count: tables.personCount)
    penalty = tables.limits.map { [Double](repeating: 0, count: $0.onDemand.count) }
  }

  /// Fills `found`, best first, and `least`. `rowPrice[row]`: what one more person in a row costs.
  func price(_ person: Int, rowPrice: UnsafePointer<Double>, choices: CellChoices = .all, _ request: Request) {
    setPrices(person, rowPrice, choices)
    completeWithPenalties(person, below: request.below)
    var limit = request.below
    repeat {
      search(person, request, below: limit)
      limit = request.below
    } while demandMore(person)
  }

  func setPrices(_ person: Int, _ rowPrice: UnsafePointer<Double>, _ choices: CellChoices) {
    let tables = tables
    let graph = tables.graphs[tables.graphOf[person]]
    let count = graph.moveCount
    if movePrice.count < count {
      movePrice = [Double](repeating: 0, count: count)
      moveOption = [Int32](repeating: -1, count: count)
    }
    if !tables.links.isEmpty { setLinkPrices(person, rowPrice) }
    let hasLinks = hasLinkPrices
    let leads = tables.mayLead[person]
    movePrice.withUnsafeMutableBufferPointer { price in
      moveOption.withUnsafeMutableBufferPointer { chosen in
        for move in 0..<count {
          price[move] = .infinity
          chosen[move] = -1
        }
        for day in 0..<tables.dayCount {
          if tables.mayRest[person &* tables.dayCount &+ day], choices.allow(0, on: day) {
            price[graph.moveStart[day]] = 0
          }
          let options = tables.options(person, day)
          var option = options.lowerBound
          if breaksTiesByPerson, !options.isEmpty { option &+= (person &* 7919 &+ day &* 104_729) % options.count }
          for _ in 0..<options.count {
            defer { option = option &+ 1 == options.upperBound ? options.lowerBound : option &+ 1 }
            let cell = Int(tables.optionCell[option])
            if !choices.isFree, !choices.allow(cell, on: day) { continue }
            let places = tables.seats(day, cell: cell)
            var value = tables.optionCost[option]
            for place in places {
              let seat = Int(tables.cellSeat[place])
              value += rowPrice[seat]
              if leads, tables.seatLeadRow[seat] >= 0 { value += rowPrice[Int(tables.seatLeadRow[seat])] }
            }
            if hasLinks { value += linkPrice(places, rowPrice) }
            let move = Int(tables.optionMove[option])
            if value < price[move] {
              price[move] = value
              chosen[move] = Int32(truncatingIfNeeded: option)
            }
          }
        }
      }
    }
    if hasLinks { clearLinkPrices(person) }
  }
}
