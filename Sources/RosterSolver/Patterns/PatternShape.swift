import Rostering

/// What people need to have in common to walk the same graph: the automaton and the sums that are counted on the way.
struct PatternShape: Hashable {
  /// −1: any word will do.
  var sequence: Int
  /// The sum counted exactly, −1 without.
  var primary: Int
  /// A second sum counted exactly, with few values: weekends, mostly. −1 without.
  var second: Int
  var fields: [Field]

  /// A sum packed into a few bits of a label. `isDown`: it counts what is missing to the most there can be, so that
  /// less is better for a total with a minimum.
  struct Field: Hashable {
    var shape: Int
    var isDown: Bool
  }

  /// The shapes of all sums that are counted.
  var counted: [Int] { [primary, second].filter { $0 >= 0 } + fields.map(\.shape) }

  /// Fields in a word, and bits of one: the uppermost says that the limit is exceeded.
  static let fieldsPerWord = 5
  static let fieldBits = 12
  static let fieldMost = 2047
  static let mostFields = 10
  /// Steps of the primary sum beyond which it is not counted.
  static let mostSteps = 20_000
  /// Values of the second sum beyond which it is packed into a field.
  static let mostSecond = 16
}

/// Two words of packed sums.
struct PackedSums: Hashable, BitwiseCopyable {
  var a: UInt64 = 0
  var b: UInt64 = 0

  mutating func add(_ value: Int, field: Int) {
    let shift = UInt64(field % PatternShape.fieldsPerWord * PatternShape.fieldBits)
    let bits = UInt64(bitPattern: Int64(value)) << shift
    if field < PatternShape.fieldsPerWord { a &+= bits } else { b &+= bits }
  }

  func value(field: Int) -> Int {
    let shift = UInt64(field % PatternShape.fieldsPerWord * PatternShape.fieldBits)
    let word = field < PatternShape.fieldsPerWord ? a : b
    return Int(word >> shift) & ((1 << PatternShape.fieldBits) - 1)
  }

  /// The uppermost bit of every field.
  static let guards: UInt64 = (0..<PatternShape.fieldsPerWord).reduce(0) {
    $0 | 1 << UInt64($1 * PatternShape.fieldBits + PatternShape.fieldBits - 1)
  }

  static func mask(field: Int) -> PackedSums {
    let shift = UInt64(field % PatternShape.fieldsPerWord * PatternShape.fieldBits)
    let bits: UInt64 = ((1 << UInt64(PatternShape.fieldBits)) - 1) << shift
    return field < PatternShape.fieldsPerWord ? PackedSums(a: bits, b: 0) : PackedSums(a: 0, b: bits)
  }
}
