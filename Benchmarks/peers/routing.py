"""Runs PyVRP or HGS-CVRP on a public routing instance for some seconds on one core, and prints what came of it as JSON.

    routing.py pyvrp X-n200-k36.vrp --seconds 60 --seed 1 --lastmetre .build/release/lastmetre

    {"solver": "PyVRP 0.14.1", "seconds": 60.0, "cost": 58578, "cost_at_10": 58900, "routes": 36, "trace": [[0.3, 61000], …]}

Costs are in the units of `lastmetre solve --json` (tenths or thousandths where the rounding says so). The routes are
written as a solution and judged by `lastmetre solve FILE --check`; `cost` is what that says, null where a rule is broken.
Seconds count from when the solver is handed the problem. HGS-CVRP gives no exact trace, so it runs for 10 seconds first
where more were asked for, and then anew for all of them; it solves CVRP only.
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from importlib.metadata import version

import instances

# The matrix of HGS-CVRP has 8 bytes for each pair: 800 MB.
MOST_STOPS_OF_HGS = 10_000


def judged(lastmetre, instance, text):
    """Cost and vehicles as the check works them out; no cost where a rule is broken."""
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "peer.sol")
        with open(path, "w", encoding="utf-8") as file:
            file.write(text)
        command = [lastmetre, "solve", instance, "--check", path, "--json"]
        done = subprocess.run(command, capture_output=True, text=True)
    if done.returncode != 0:
        print(done.stdout[-500:] + done.stderr[-500:], file=sys.stderr)
        return None, None
    said = json.loads(done.stdout)
    return said["cost"], said["routes"]


class Seconds:
    """Stops a search when so many seconds have passed since this was made."""

    def __init__(self, seconds):
        self.begin = time.perf_counter()
        self.seconds = seconds

    def passed(self):
        return time.perf_counter() - self.begin

    def __call__(self, best_cost):
        return self.passed() > self.seconds


def pyvrp(path, options):
    from pyvrp import CostEvaluator, IteratedLocalSearchParams, SolveParams, solve
    from pyvrp.IteratedLocalSearch import IteratedLocalSearchCallbacks

    instance = instances.for_pyvrp(path)
    clock = Seconds(options.seconds)
    # No penalties: only plans that keep all rules are told.
    evaluator = CostEvaluator([0] * instance.data.num_load_dimensions, 0, 0)
    trace = []

    class Callbacks(IteratedLocalSearchCallbacks):
        def on_best(self, best):
            if best.is_feasible():
                trace.append([round(clock.passed(), 3), instance.cost(evaluator.cost(best), best)])

        def on_iteration(self, current, candidate, best, cost_evaluator):
            # The plan that the search begins with may already be the best.
            if not trace:
                self.on_best(best)

    params = SolveParams(ils=IteratedLocalSearchParams(callbacks=Callbacks()))
    found = solve(instance.data, clock, seed=options.seed, collect_stats=False, params=params)
    result = {"solver": "PyVRP " + version("pyvrp"), "seconds": round(clock.passed(), 2), "trace": trace}
    cost, routes = None, None
    if found.best.is_feasible():
        cost, routes = judged(options.lastmetre, path, instance.text(found.best))
    at_10 = [cost for seconds, cost in trace if seconds <= 10]
    return result | {"cost": cost, "routes": routes, "cost_at_10": at_10[-1] if at_10 else None}


def hgs(path, options):
    from hygese import AlgorithmParameters, Solver

    data = instances.for_hgs(path, MOST_STOPS_OF_HGS)
    result = {"solver": "HGS-CVRP, hygese " + version("hygese"), "trace": []}
    for seconds in [10, options.seconds] if options.seconds > 10 else [options.seconds]:
        clock = Seconds(seconds)
        found = Solver(AlgorithmParameters(timeLimit=seconds, seed=options.seed), False).solve_cvrp(data)
        took = clock.passed()
        lines = [f"Route #{i + 1}: {' '.join(map(str, route))}\n" for i, route in enumerate(found.routes)]
        cost, routes = judged(options.lastmetre, path, "".join(lines))
        result |= {"seconds": round(took, 2), "cost": cost, "routes": routes}
        if seconds <= 10:
            result["cost_at_10"] = cost
        if cost is not None:
            result["trace"].append([float(seconds), cost])
    return result


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("solver", choices=["pyvrp", "hgs"])
    options.add_argument("instance")
    options.add_argument("--seconds", type=float, default=60)
    options.add_argument("--seed", type=int, default=1)
    options.add_argument("--lastmetre", default=".build/release/lastmetre")
    options = options.parse_args()
    # The last of the cores that it may use, so that two runs side by side can be told apart by the caller.
    os.sched_setaffinity(0, {max(os.sched_getaffinity(0))})
    try:
        print(json.dumps({"pyvrp": pyvrp, "hgs": hgs}[options.solver](options.instance, options)))
    except instances.CannotState as reason:
        print(json.dumps({"solver": options.solver, "skipped": str(reason)}))


if __name__ == "__main__":
    main()
