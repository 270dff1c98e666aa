import Testing

@Suite struct RosterSolverTests {}
