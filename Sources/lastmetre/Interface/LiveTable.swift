import Dispatch
import Foundation
import Reports
import Synchronization
import Units
import Wording

/// Draws the progress table in place on standard error, ten times a second, from `start` to `finish`.
///
/// The cursor is hidden meanwhile; `finish` shows it again, and may be called any number of times, from any thread.
final class LiveTable: Sendable {
  private enum Phase { case waiting, drawing, finished }
  private struct State {
    var table = ProgressTable()
    /// Columns of every line on the screen.
    var drawn: [Int] = []
    var phase = Phase.waiting
    /// When numbers within a step were last asked for.
    var asked = 0.0
  }
  private let state = Mutex(State())
  private let clock: MonotonicClock
  // Sources may be used from any thread.
  private nonisolated(unsafe) let timer: any DispatchSourceTimer

  init(clock: MonotonicClock) {
    self.clock = clock
    timer = DispatchSource.makeTimerSource(queue: .global())
    timer.schedule(deadline: .now(), repeating: .milliseconds(100))
    timer.setEventHandler { [weak self] in self?.draw() }
    // A source that was never resumed may not go away.
    timer.activate()
  }

  func start() {
    state.withLock { state in
      guard state.phase == .waiting else { return }
      state.phase = .drawing
      Terminal.write(Terminal.hideCursor)
    }
  }

  func change(_ body: @Sendable (inout ProgressTable, Double) -> Void) {
    let now = clock.seconds
    state.withLock { body(&$0.table, now) }
  }

  /// Whether numbers that are work to find would be seen: true once in a tenth of a second.
  func isDue() -> Bool {
    let now = clock.seconds
    return state.withLock { state in
      guard now - state.asked >= 0.1 else { return false }
      state.asked = now
      return true
    }
  }

  /// The last frame stays on the screen.
  func finish() {
    timer.cancel()
    state.withLock { state in
      if state.phase == .drawing {
        draw(&state)
        Terminal.write(Terminal.showCursor)
      }
      state.phase = .finished
    }
  }

  private func draw() {
    state.withLock { if $0.phase == .drawing { draw(&$0) } }
  }

  private func draw(_ state: inout State) {
    let size = Terminal.size
    let style = FrameStyle(width: size.columns, language: Interface.language, hasColour: Terminal.hasColour)
    // A terminal lower than the table shows as much as it can.
    let lines = state.table.frame(at: clock.seconds, style).prefix(max(1, size.rows - 1))
    // What was drawn for a wider terminal has wrapped since.
    let rows = state.drawn.reduce(0) { $0 + max(1, ($1 + size.columns - 1) / size.columns) }
    Terminal.write(
      (rows > 0 ? Terminal.up(rows) : "") + lines.map { $0 + Terminal.eraseRest + "\n" }.joined()
        + Terminal.eraseBelow)
    state.drawn = lines.map(displayColumns)
  }
}
