"""CP-SAT on the textbook model: `cpsat.py INSTANCE SECONDS CORES SOLUTION`; prints bound and proof as JSON.

At least eight workers, also on one core: its portfolio of strategies needs them, and finds more with them.
"""

import json
import sys

import shift_schedule
from ortools.sat.python import cp_model
from rows import Model


def main(path, seconds, cores, out):
    schedule = shift_schedule.read(path)
    stated = Model(schedule)
    model = cp_model.CpModel()
    variables = {name: model.new_bool_var(str(name)) for name in stated.binaries}
    variables |= {name: model.new_int_var(0, most, str(name)) for name, most in stated.integers}
    for coefficients, least, most in stated.rows:
        expression = cp_model.LinearExpr.weighted_sum(
            [variables[name] for name in coefficients], list(coefficients.values())
        )
        low = cp_model.INT32_MIN if least is None else least
        model.add_linear_constraint(expression, low, cp_model.INT32_MAX if most is None else most)
    model.minimize(
        cp_model.LinearExpr.weighted_sum([variables[name] for name in stated.cost], list(stated.cost.values()))
        + stated.constant
    )
    solver = cp_model.CpSolver()
    solver.parameters.max_time_in_seconds = float(seconds)
    solver.parameters.num_workers = max(8, int(cores))
    status = solver.solve(model)
    found = status in (cp_model.OPTIMAL, cp_model.FEASIBLE)
    if found:
        shift_schedule.write(out, schedule, lambda p, d, s: solver.value(variables[("x", p, d, s)]) == 1)
    print(
        json.dumps(
            {
                "found": found,
                "bound": solver.best_objective_bound if found else None,
                "proved": status == cp_model.OPTIMAL,
            }
        )
    )


if __name__ == "__main__":
    main(*sys.argv[1:])
