import Rostering
import Units

/// The words that an automaton accepts, laid out by days, with what each arc adds to the sums that are counted.
///
/// Layer d holds what matters of the days before d: the automaton's state, the days worked in a row, yesterday's duties
/// as far as they exclude one of today's, and which blocks are counted already. An *item* is a set of duties of one day;
/// a *move* is all items of a day that are the same to the graph; move 0 is the day off.
final class PatternGraph: @unchecked Sendable {
  let dayCount: Int
  /// Nodes of layer d: layerStart[d] ..< layerStart[d + 1], for d in 0 ... days.
  let layerStart: [Int]
  /// Arcs by their node of departure; targets are numbered through all layers.
  let arcStart: Buffer<Int32>
  let arcTo: Buffer<Int32>
  /// Numbered through all days: moveStart[d] is day d's day off.
  let arcMove: Buffer<Int32>
  let arcEffect: Buffer<Int32>
  /// In preference points.
  let arcCost: Buffer<Int32>
  let moveStart: [Int]
  let moveOfItem: [Int32]
  let effectSteps: Buffer<Int32>
  /// Of the second sum.
  let effectSecond: Buffer<Int32>
  let effectSums: Buffer<PackedSums>
  /// What an effect adds to each field: effect × fields + field.
  let effectValue: Buffer<Int32>
  let fieldCount: Int
  /// The most steps of the primary sum on a day.
  let mostSteps: [Int]
  /// The automaton's state of every node of the last layer.
  let finalState: [Int32]
  /// By start, in the order given.
  let startNode: [Int32]
  /// The most a field can come to, in its unit.
  let fieldMost: [Int]
  let primaryUnit: Int
  let fieldUnit: [Int]

  var nodeCount: Int { layerStart[dayCount + 1] }
  var moveCount: Int { moveStart[dayCount] }

  init(
    _ problem: RosterProblem, layout: CellLayout, exclusions: ItemExclusions, shape: PatternShape, shapes: TotalShapes,
    starts: [(state: Int, run: Int)], endClass: (Int) -> Int
  ) {
    var builder = PatternGraphBuilder(problem, layout: layout, exclusions: exclusions, shape: shape, shapes: shapes)
    builder.build(starts: starts)
    dayCount = problem.dayCount
    let merged = PatternGraphMerging(builder, endClass: builder.finalState.map { endClass(Int($0)) })
    layerStart = merged.layerStart
    arcStart = Buffer(merged.arcStart)
    arcTo = Buffer(merged.arcTo)
    arcMove = Buffer(merged.arcMove)
    arcEffect = Buffer(merged.arcEffect)
    arcCost = Buffer(merged.arcCost)
    moveStart = builder.moveStart
    moveOfItem = builder.moveOfItem.map { Int32($0) }
    effectSteps = Buffer(builder.effects.map(\.steps))
    effectSecond = Buffer(builder.effects.map(\.second))
    effectSums = Buffer(repeating: PackedSums(), count: builder.effects.count)
    effectValue = Buffer(builder.effects.flatMap(\.values).map { Int($0) })
    fieldCount = shape.fields.count
    for (index, effect) in builder.effects.enumerated() { effectSums[index] = effect.sums }
    mostSteps = builder.mostSteps
    finalState = merged.finalState
    startNode = builder.startNode.map { Int32(merged.newNode[Int($0)]) }
    fieldMost = builder.fieldMost
    primaryUnit = builder.primaryUnit
    fieldUnit = builder.fieldUnit
  }
}
