infix operator +| : AdditionPrecedence
infix operator -| : AdditionPrecedence
infix operator +|= : AssignmentPrecedence
infix operator *| : MultiplicationPrecedence

/// Arithmetic that stops at the ends of `Int`: a plan is judged whatever numbers it claims.
extension Int {
  static func +| (a: Int, b: Int) -> Int {
    let (value, overflow) = a.addingReportingOverflow(b)
    return overflow ? (b > 0 ? .max : .min) : value
  }
  static func -| (a: Int, b: Int) -> Int {
    let (value, overflow) = a.subtractingReportingOverflow(b)
    return overflow ? (b > 0 ? .min : .max) : value
  }
  static func *| (a: Int, b: Int) -> Int {
    let (value, overflow) = a.multipliedReportingOverflow(by: b)
    return overflow ? ((a < 0) == (b < 0) ? .max : .min) : value
  }
  static func +|= (a: inout Int, b: Int) { a = a +| b }
  /// ⌈self ÷ divisor⌉ for a positive divisor; 0 for what is not positive.
  func sharedUp(by divisor: Int) -> Int { self <= 0 ? 0 : (self - 1) / Swift.max(1, divisor) + 1 }
}

extension Sequence where Element == Int {
  var saturatedSum: Int { reduce(0, +|) }
}
