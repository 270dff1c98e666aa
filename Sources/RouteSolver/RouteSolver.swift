// RouteSolver
