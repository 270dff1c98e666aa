import CGLPK

/// A thread of its own for GLPK, whose environments are bound to threads.
enum SolverThread {
  private final class Body {
    let run: @Sendable () -> Void
    init(run: @escaping @Sendable () -> Void) { self.run = run }
  }

  /// Runs `body` on a new thread; false where the system has no thread left.
  static func start(_ body: @escaping @Sendable () -> Void) -> Bool {
    let box = Unmanaged.passRetained(Body(run: body))
    let code = lm_thread_start(
      { info in
        guard let info else { return }
        Unmanaged<Body>.fromOpaque(info).takeRetainedValue().run()
      }, box.toOpaque())
    if code == 0 { box.release() }
    return code != 0
  }
}
