import Dispatch
import Foundation
import Units

/// The first Ctrl-C asks the search to stop and write its best plan; the second ends the process.
final class Interruption {
  let cancellation = Cancellation()
  private let sources: [any DispatchSourceSignal]

  init() {
    let cancellation = cancellation
    sources = [SIGINT, SIGTERM].map { number in
      signal(number, SIG_IGN)
      let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
      source.setEventHandler {
        if cancellation.isCancelled { Foundation.exit(128 + number) }
        cancellation.cancel()
        printError(phrase("progress.interrupted"))
      }
      source.resume()
      return source
    }
  }
}
