import Testing

@Suite struct RouteSolverTests {}
