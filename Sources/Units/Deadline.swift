import Synchronization

/// A flag that one thread sets and others look at: stop as soon as you can.
public final class Cancellation: Sendable {
  private let flag = Atomic<Int32>(0)
  private let parent: Cancellation?

  public init() { parent = nil }
  /// Cancelling the parent cancels this one as well, but not the other way round.
  public init(parent: Cancellation) { self.parent = parent }
  public func cancel() { flag.store(1, ordering: .releasing) }
  public var isCancelled: Bool { flag.load(ordering: .acquiring) != 0 || (parent?.isCancelled ?? false) }
}

/// A clock that only moves forward: nanoseconds from any origin. Passed in, so that tests can hold it still.
public struct MonotonicClock: Sendable {
  public let nanoseconds: @Sendable () -> UInt64
  public init(nanoseconds: @escaping @Sendable () -> UInt64) { self.nanoseconds = nanoseconds }

  /// The system's monotonic clock.
  public static let system: MonotonicClock = {
    let origin = ContinuousClock.now
    return MonotonicClock {
      let (seconds, attoseconds) = (ContinuousClock.now - origin).components
      return UInt64(max(0, seconds)) &* 1_000_000_000 &+ UInt64(max(0, attoseconds)) / 1_000_000_000
    }
  }()
  /// A clock that stands still: for runs limited by iterations, in which no clock may influence a decision.
  public static let still = MonotonicClock { 0 }

  public var seconds: Double { Double(nanoseconds()) * 1e-9 }
}

/// When to stop: a moment of a clock, a cancellation, or both.
///
/// A run limited by iterations has no end moment; only cancelling ends it early.
public struct Deadline: Sendable {
  public let clock: MonotonicClock
  public let cancellation: Cancellation
  /// In nanoseconds of `clock`; nil for never.
  public let end: UInt64?

  public init(clock: MonotonicClock, end: UInt64?, cancellation: Cancellation = Cancellation()) {
    self.clock = clock
    self.end = end
    self.cancellation = cancellation
  }

  /// Never, unless cancelled.
  public static func never(cancellation: Cancellation = Cancellation()) -> Deadline {
    Deadline(clock: .still, end: nil, cancellation: cancellation)
  }

  /// `seconds` from now.
  public static func after(
    seconds: Double, clock: MonotonicClock = .system, cancellation: Cancellation = Cancellation()
  ) -> Deadline {
    Deadline(
      clock: clock, end: clock.nanoseconds() &+ UInt64(max(0, seconds) * 1e9), cancellation: cancellation)
  }

  public var isOver: Bool {
    if cancellation.isCancelled { return true }
    guard let end else { return false }
    return clock.nanoseconds() >= end
  }

  /// Seconds left, infinite where there is no end, 0 when cancelled.
  public var secondsLeft: Double {
    if cancellation.isCancelled { return 0 }
    guard let end else { return .infinity }
    let now = clock.nanoseconds()
    return now >= end ? 0 : Double(end - now) * 1e-9
  }

  /// The same clock and cancellation with `share` (0 … 1) of the time that is left.
  public func portion(_ share: Double) -> Deadline {
    guard let end else { return self }
    let now = clock.nanoseconds()
    let left = now >= end ? 0 : end - now
    return Deadline(clock: clock, end: now &+ UInt64(Double(left) * share), cancellation: cancellation)
  }
}

/// How much work a search may do: until the deadline, and at most so many iterations.
///
/// What an iteration is, each engine says; with `iterations` set, `deadline.end` is nil and the work is the same on
/// every run.
public struct Budget: Sendable {
  public var deadline: Deadline
  public var iterations: Int?
  public init(deadline: Deadline, iterations: Int? = nil) {
    self.deadline = deadline
    self.iterations = iterations
  }
}
