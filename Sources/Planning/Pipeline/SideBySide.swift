import Foundation
import Synchronization

/// Runs `second` on a thread of its own while `first` runs on this one; both have ended when this returns.
///
/// A linear solver's problems live and die on the thread that solves them (GLPKBackend), so work that uses one may run on
/// any thread.
func sideBySide<First, Second: Sendable>(
  _ first: () -> First, _ second: @escaping @Sendable () -> Second
) -> (first: First, second: Second) {
  let result = Result<Second>()
  let thread = Thread { result.set(second()) }
  // As deep as the main thread's, on which searches also run.
  thread.stackSize = 8 << 20
  thread.start()
  let first = first()
  return (first, result.get())
}

/// A value that one thread sets and another waits for.
private final class Result<Value: Sendable>: Sendable {
  private let value = Mutex<Value?>(nil)
  private let isSet = DispatchSemaphore(value: 0)

  func set(_ new: Value) {
    value.withLock { $0 = new }
    isSet.signal()
  }

  func get() -> Value {
    while true {
      isSet.wait()
      if let known = value.withLock({ $0 }) { return known }
    }
  }
}
