import Units

/// `run.json`: what the clock and the machine say of a run. Nothing of it goes into `plan.json`, whose bytes depend on
/// no clock.
public struct RunRecord: Codable, Sendable, Hashable {
  public static let schemaName = "lastmetre/run/1"
  public var schema = RunRecord.schemaName
  /// Of the plan that this run wrote.
  public var seal: String
  public var started: LocalMoment
  public var milliseconds: Phases
  public var peakMemoryKibibytes: Int
  public var processors = 1
  /// Where the district lies.
  public var district: String?
  /// When each step of each stage began and ended.
  public var steps: [Step] = []

  public struct Step: Codable, Sendable, Hashable {
    public var stage: String
    public var step: String
    /// Milliseconds after the start of the program.
    public var from: Int
    public var to: Int
    public init(stage: String, step: String, from: Int, to: Int) {
      self.stage = stage
      self.step = step
      self.from = from
      self.to = to
    }
  }

  /// Wall-clock time of each phase.
  public struct Phases: Codable, Sendable, Hashable {
    public var read = 0
    /// From the start of the program to the first plan that breaks no hard rule.
    public var firstPlan: Int?
    public var plan = 0
    public var audit = 0
    public var write = 0
    public var total = 0
    public init() {}
    enum CodingKeys: String, CodingKey {
      case read
      case firstPlan = "first_plan"
      case plan, audit, write, total
    }
  }
  enum CodingKeys: String, CodingKey {
    case schema, seal, started, milliseconds
    case peakMemoryKibibytes = "peak_memory_kib"
    case processors, district, steps
  }
  public init(seal: String, started: LocalMoment, milliseconds: Phases, peakMemoryKibibytes: Int) {
    self.seal = seal
    self.started = started
    self.milliseconds = milliseconds
    self.peakMemoryKibibytes = peakMemoryKibibytes
  }
}
