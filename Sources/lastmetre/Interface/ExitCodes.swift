import ArgumentParser

/// docs/format.md §5.
extension ExitCode {
  static let found = ExitCode(1)
  static let gaps = ExitCode(2)
  static let frozenConflict = ExitCode(3)
  static let nothingInTime = ExitCode(4)
  static let badData = ExitCode(65)
  static let noInput = ExitCode(66)
  static let internalError = ExitCode(70)
  static let cannotWrite = ExitCode(73)
}
