import Dispatch
import Foundation
import Units

/// The first Ctrl-C asks the search to stop and write its best plan; the second ends the process.
final class Interruption {
  private let sources: [any DispatchSourceSignal]

  /// - Parameters:
  ///   - cancellation: set at the first signal.
  ///   - atFirst, atLast: called at the first signal, and before the process ends at the second.
  init(
    cancelling cancellation: Cancellation, atFirst: @escaping @Sendable () -> Void,
    atLast: @escaping @Sendable () -> Void
  ) {
    sources = [SIGINT, SIGTERM].map { number in
      signal(number, SIG_IGN)
      let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
      source.setEventHandler {
        if cancellation.isCancelled {
          atLast()
          Foundation.exit(128 + number)
        }
        cancellation.cancel()
        atFirst()
      }
      source.resume()
      return source
    }
  }
}
