import Foundation

/// Standard error as a terminal.
enum Terminal {
  static let hideCursor = "\u{1B}[?25l"
  static let showCursor = "\u{1B}[?25h"
  static let eraseRest = "\u{1B}[K"
  static let eraseBelow = "\u{1B}[J"
  /// To the beginning of the line that many lines above.
  static func up(_ lines: Int) -> String { "\u{1B}[\(lines)F" }

  /// Whether lines can be drawn over.
  static var isCapable: Bool {
    guard isatty(STDERR_FILENO) != 0 else { return false }
    let kind = ProcessInfo.processInfo.environment["TERM"] ?? ""
    return !kind.isEmpty && kind != "dumb"
  }

  /// https://no-color.org: any value but the empty one.
  static let hasColour = ProcessInfo.processInfo.environment["NO_COLOR", default: ""].isEmpty

  /// 80 by 24 where the terminal does not say.
  static var size: (columns: Int, rows: Int) {
    var size = winsize()
    guard ioctl(STDERR_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0, size.ws_row > 0 else { return (80, 24) }
    return (Int(size.ws_col), Int(size.ws_row))
  }

  /// All of it, in as few calls as the terminal takes; a terminal that has gone away is no reason to stop.
  static func write(_ text: String) {
    var rest = Array(text.utf8)[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Foundation.write(STDERR_FILENO, $0.baseAddress, $0.count) }
      if count < 0, errno != EINTR { return }
      rest = rest.dropFirst(max(0, count))
    }
  }
}
