"""HiGHS on the textbook model: `highs.py INSTANCE SECONDS THREADS SOLUTION`; prints bound and proof as JSON."""

import json
import sys

import highspy
import numpy
import shift_schedule
from rows import Model


def lp(stated):
    names = stated.binaries + [name for name, _ in stated.integers]
    index = {name: number for number, name in enumerate(names)}
    lp = highspy.HighsLp()
    lp.num_col_, lp.num_row_ = len(names), len(stated.rows)
    lp.col_cost_ = numpy.array([stated.cost.get(name, 0) for name in names], dtype=float)
    lp.col_lower_ = numpy.zeros(len(names))
    most = [1] * len(stated.binaries) + [most for _, most in stated.integers]
    lp.col_upper_ = numpy.array(most, dtype=float)
    lp.offset_ = float(stated.constant)
    infinity = highspy.kHighsInf
    lp.row_lower_ = numpy.array([-infinity if least is None else least for _, least, _ in stated.rows], dtype=float)
    lp.row_upper_ = numpy.array([infinity if most is None else most for _, _, most in stated.rows], dtype=float)
    starts, columns, values = [0], [], []
    for coefficients, _, _ in stated.rows:
        columns += [index[name] for name in coefficients]
        values += coefficients.values()
        starts.append(len(columns))
    lp.a_matrix_.format_ = highspy.MatrixFormat.kRowwise
    lp.a_matrix_.start_ = numpy.array(starts, dtype=numpy.int32)
    lp.a_matrix_.index_ = numpy.array(columns, dtype=numpy.int32)
    lp.a_matrix_.value_ = numpy.array(values, dtype=float)
    lp.integrality_ = [highspy.HighsVarType.kInteger] * len(names)
    return lp, index


def main(path, seconds, threads, out):
    schedule = shift_schedule.read(path)
    program, index = lp(Model(schedule))
    highs = highspy.Highs()
    highs.setOptionValue("output_flag", False)
    highs.setOptionValue("time_limit", float(seconds))
    highs.setOptionValue("threads", int(threads))
    highs.passModel(program)
    highs.run()
    info = highs.getInfo()
    found = info.primal_solution_status == highspy.SolutionStatus.kSolutionStatusFeasible
    if found:
        values = highs.getSolution().col_value
        shift_schedule.write(out, schedule, lambda p, d, s: values[index[("x", p, d, s)]] > 0.5)
    proved = highs.getModelStatus() == highspy.HighsModelStatus.kOptimal
    bound = info.mip_dual_bound if abs(info.mip_dual_bound) < 1e29 else None
    print(json.dumps({"found": found, "bound": bound, "proved": proved}))


if __name__ == "__main__":
    main(*sys.argv[1:])
