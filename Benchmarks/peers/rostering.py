"""Runs CP-SAT, HiGHS and lastmetre on the same instances, one after another, with the same seconds and cores.

    rostering.py --lastmetre .build/release/lastmetre --seconds 60 --cores 1 --instances 1,4,8

Every solution, ours too, is judged by `lastmetre solve FILE --check SOLUTION`, whose checker shares nothing with the
engine. Seconds are what each solver is told; what it took is printed beside. Python's time for reading and stating the
model counts for the peers' own seconds only in the column `seconds`, not in their limit.
"""

import argparse
import json
import math
import os
import subprocess
import sys
import tempfile
import time

HERE = os.path.dirname(os.path.abspath(__file__))


def pinned(command, cores):
    """The command on the first `cores` of the cores that this process may use."""
    allowed = sorted(os.sched_getaffinity(0))
    if cores > len(allowed):
        sys.exit(f"--cores {cores}: only {len(allowed)} cores are there")
    return ["taskset", "-c", ",".join(map(str, allowed[:cores]))] + command


def run(command, limit):
    started = time.monotonic()
    try:
        done = subprocess.run(command, capture_output=True, text=True, timeout=limit)
    except subprocess.TimeoutExpired:
        return None, time.monotonic() - started
    return done, time.monotonic() - started


def judged(lastmetre, instance, solution):
    """The cost that the check works out; None where a hard rule is broken or nothing was written."""
    if not os.path.exists(solution):
        return None
    done, _ = run([lastmetre, "solve", instance, "--check", solution, "--json"], 600)
    if done is None or done.returncode != 0:
        return None
    return json.loads(done.stdout)["cost"]


def solve(name, instance, options, folder):
    solution = os.path.join(folder, f"{name}.txt")
    seconds, cores = str(options.seconds), str(options.cores)
    if name == "lastmetre":
        command = [options.lastmetre, "solve", instance, "--time-limit", seconds + "s", "--threads", cores]
        command += ["--seed", str(options.seed), "--out", solution, "--json"]
    else:
        command = [sys.executable, os.path.join(HERE, name + ".py"), instance, seconds, cores, solution]
    done, took = run(pinned(command, options.cores), options.seconds * 3 + 300)
    row = {"solver": name, "seconds": round(took, 1), "cost": None, "bound": None, "proved": False}
    try:
        said = json.loads(done.stdout)
    except (AttributeError, ValueError):
        print(f"{name}: {done.stderr.strip()[-300:] if done else 'never came back'}", file=sys.stderr)
        return row
    row["cost"] = judged(options.lastmetre, instance, solution)
    if said.get("bound") is not None:
        # Costs are whole numbers.
        row["bound"] = math.ceil(said["bound"] - 1e-6)
    row["proved"] = said.get("proved", said.get("solution_status") == "optimal")
    return row


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--lastmetre", default=".build/release/lastmetre")
    options.add_argument("--data", default=os.environ.get("LASTMETRE_BENCHMARKS"))
    options.add_argument("--seconds", type=int, default=60)
    options.add_argument("--cores", type=int, default=1)
    options.add_argument("--seed", type=int, default=1)
    options.add_argument("--instances", default="1,2,3,4,6,7,8,9,10,12,14,15,16,18,20,22,24")
    options.add_argument("--solvers", default="cpsat,highs,lastmetre")
    options.add_argument("--json", action="store_true")
    options = options.parse_args()
    if not options.data:
        sys.exit("Set LASTMETRE_BENCHMARKS to the folder of public instances, or give --data.")
    rows = []
    if not options.json:
        print(f"{'instance':<12}{'solver':<12}{'seconds':>9}{'cost':>9}{'bound':>9}  proved", flush=True)
    for number in options.instances.split(","):
        name = f"Instance{number}"
        instance = os.path.join(options.data, "shift-scheduling", name + ".txt")
        if not os.path.exists(instance):
            sys.exit(f"There is no {instance}")
        for solver in options.solvers.split(","):
            with tempfile.TemporaryDirectory() as folder:
                row = {"instance": name} | solve(solver, instance, options, folder)
            rows.append(row)
            if not options.json:
                cost, bound = (row[key] if row[key] is not None else "–" for key in ("cost", "bound"))
                proved = "yes" if row["proved"] else ""
                print(f"{name:<12}{solver:<12}{row['seconds']:>9}{cost:>9}{bound:>9}  {proved}", flush=True)
    if options.json:
        settings = {"seconds": options.seconds, "cores": options.cores, "seed": options.seed}
        print(json.dumps(settings | {"rows": rows}, indent=2))


if __name__ == "__main__":
    main()
