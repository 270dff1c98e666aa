import Units

/// A roster problem as the engine sees it: dense indices, whole numbers, five families; nothing of a district.
///
/// People 0 ..< people.count, days 0 ..< dayCount, duties 0 ..< duties.count sorted by start. A person on a duty takes
/// exactly one of its seats. The objective has three levels, solved one after another:
/// level 1 Σ short × weight, level 2 Σ under × weight + Σ missing leads × weight, level 3 the preference points.
public struct RosterProblem: Sendable {
  public var dayCount: Int
  public var people: [Person]
  public var duties: [Duty]

  // Sequence: what one person may have together.
  /// Pairs of duties (first < second) that no person has both: overlap, travel, rest, exposure.
  public var conflicts: [DutyPair] = []
  /// Longest run of days with a duty; nil: no limit. Person.runBefore counts the days just before day 0.
  public var longestRun: Int?
  /// Each day worked beyond this many in a row costs `runCost` at level 3.
  public var softRun = 5
  public var runCost = 0

  /// What words a person's days may form; people refer to them by index.
  public var sequences: [Automaton] = []

  // Together.
  public var pairs: [Pair] = []
  public var groups: [Group] = []

  /// Added to level 3: what does not depend on the roster.
  public var constant = 0

  public init(dayCount: Int, people: [Person], duties: [Duty]) {
    self.dayCount = dayCount
    self.people = people
    self.duties = duties
  }

  public struct Duty: Sendable, Hashable {
    public var day: Int
    /// Minutes from any common origin; only differences matter.
    public var start: Int
    public var end: Int
    public var seats: [Seat]
    public var asksForLead = false
    /// At level 2, when nobody who may lead is on it and somebody could be; a duty that nobody can lead pays it always.
    public var leadWeight = 0
    /// The letter, from 1, that a day with this duty is to an automaton.
    public var dayClass = 1
    public init(day: Int, start: Int, end: Int, seats: [Seat]) {
      self.day = day
      self.start = start
      self.end = end
      self.seats = seats
    }
    public var minutes: Int { end - start }
  }

  public struct Seat: Sendable, Hashable {
    public var minimum: Int
    public var target: Int
    public var maximum: Int
    /// Of a missing person, at level 1 (to minimum) and at level 2 (to target).
    public var weight: Int
    /// At level 3: each person below `wanted` costs `underCost`, each above it `overCost`.
    public var wanted = 0
    public var underCost = 0
    public var overCost = 0
    public init(minimum: Int, target: Int, maximum: Int, weight: Int) {
      self.minimum = minimum
      self.target = target
      self.maximum = maximum
      self.weight = weight
    }
  }

  /// Eligibility and totals of one person.
  public struct Person: Sendable, Hashable {
    /// Duties this person may take, ascending by duty, then seat. A duty appears once for each seat that fits.
    public var options: [Option]
    public var mayLead = false
    public var totals: [Total] = []
    public var wishes: [Wish] = []
    /// Days worked in a row just before day 0.
    public var runBefore = 0
    /// Duties that must be held (in any seat), known to be compatible with each other and with all hard rules.
    public var fixed: [Int] = []
    /// Index in `sequences`; a person with a sequence has at most one duty a day. nil: any word will do.
    public var sequence: Int?
    /// The automaton's state before day 0.
    public var startState = 0
    public init(options: [Option]) { self.options = options }
  }

  public struct Option: Sendable, Hashable {
    public var duty: Int
    public var seat: Int
    /// At level 3, whatever else the person does (near home, undesired spans, stability, preferred pins); may be negative.
    public var cost: Int
    public init(duty: Int, seat: Int, cost: Int) {
      self.duty = duty
      self.seat = seat
      self.cost = cost
    }
  }

  /// base + Σ amount over the person's duties in the total + Σ amount over the blocks with any of the person's duties:
  /// at least `minimum`, at most `maximum`, with a convex cost at level 3.
  public struct Total: Sendable, Hashable {
    /// Ascending by duty; amounts are not negative.
    public var amounts: [Amount]
    /// What counts once for several duties together: a weekend. No two share a duty.
    public var blocks: [Block] = []
    public var base: Int
    /// Hard, whatever the person does.
    public var minimum: Int?
    /// Hard; only enforced when the person has a duty with a positive amount in it (a ledger alone breaks nothing).
    public var maximum: Int?
    public var cost: StepCost?
    public init(amounts: [Amount], base: Int = 0, maximum: Int? = nil, cost: StepCost? = nil) {
      self.amounts = amounts
      self.base = base
      self.maximum = maximum
      self.cost = cost
    }
  }

  public struct Block: Sendable, Hashable {
    /// Ascending.
    public var duties: [Int]
    public var amount: Int
    public init(duties: [Int], amount: Int = 1) {
      self.duties = duties
      self.amount = amount
    }
  }

  public struct Amount: Sendable, Hashable {
    public var duty: Int
    public var amount: Int
    public init(duty: Int, amount: Int) {
      self.duty = duty
      self.amount = amount
    }
  }

  /// weight × Σ over started steps of the distance from target ... target + slack: each step costs 1, then more after
  /// the given numbers of steps.
  public struct StepCost: Sendable, Hashable {
    public var target: Int
    /// How far above the target costs nothing.
    public var slack = 0
    /// Of one step, in the total's unit.
    public var step: Int
    public var weight: Int
    /// Prices of the steps: `price` for steps up to and including `upTo`; the last has no end.
    public var prices: [Price]
    public struct Price: Sendable, Hashable {
      public var upTo: Int
      public var price: Int
      public init(upTo: Int, price: Int) {
        self.upTo = upTo
        self.price = price
      }
    }
    public init(target: Int, step: Int, weight: Int, prices: [Price]) {
      self.target = target
      self.step = step
      self.weight = weight
      self.prices = prices
    }
    /// The cost of a value. O(prices).
    public func cost(of value: Int) -> Int {
      let distance = max(target - value, value - target - slack, 0)
      let steps = distance.dividedRoundingUp(by: step)
      var total = 0
      var done = 0
      for price in prices where done < steps {
        let upTo = min(steps, price.upTo)
        total += (upTo - done) * price.price
        done = upTo
      }
      return total * weight
    }
  }

  /// Costs `cost` at level 3 when the person has none of `duties`.
  public struct Wish: Sendable, Hashable {
    public var duties: [Int]
    public var cost: Int
    public init(duties: [Int], cost: Int) {
      self.duties = duties
      self.cost = cost
    }
  }

  public struct DutyPair: Sendable, Hashable {
    public var first: Int
    public var second: Int
    public init(first: Int, second: Int) {
      self.first = first
      self.second = second
    }
  }

  /// Costs `cost` at level 3 for each duty that exactly one of the two has.
  public struct Pair: Sendable, Hashable {
    public var first: Int
    public var second: Int
    public var cost: Int
    public init(first: Int, second: Int, cost: Int) {
      self.first = first
      self.second = second
      self.cost = cost
    }
  }

  /// On one day: `cost` at level 3 for every place beyond `allowed` at which anyone of `people` has a duty.
  public struct Group: Sendable, Hashable {
    public var people: [Int]
    /// The duties of that day, by place.
    public var places: [[Int]]
    public var allowed: Int
    public var cost: Int
    public init(people: [Int], places: [[Int]], allowed: Int, cost: Int) {
      self.people = people
      self.places = places
      self.allowed = allowed
      self.cost = cost
    }
  }
}

/// Who has which seat: one entry a person on a duty, by person, then duty.
public struct RosterAssignment: Sendable, Hashable {
  public var seats: [Taken]
  public struct Taken: Sendable, Hashable {
    public var person: Int
    public var duty: Int
    public var seat: Int
    public init(person: Int, duty: Int, seat: Int) {
      self.person = person
      self.duty = duty
      self.seat = seat
    }
  }
  public init(seats: [Taken] = []) { self.seats = seats }
}

/// The objective, level by level; compared from the first level on.
public struct RosterObjective: Sendable, Hashable, Comparable {
  public var minimum: Int
  public var target: Int
  public var preference: Int
  public init(minimum: Int, target: Int, preference: Int) {
    self.minimum = minimum
    self.target = target
    self.preference = preference
  }
  public static func < (a: Self, b: Self) -> Bool {
    (a.minimum, a.target, a.preference) < (b.minimum, b.target, b.preference)
  }
}
