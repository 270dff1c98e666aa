/// What `solve` and `bench` say of vehicles.
extension Catalogue {
  static let solvingRouting: [Phrase] = solveRouting + benchRouting

  private static let solveRouting: [Phrase] = [
    Phrase(
      "option.rounding",
      "Vehicles: how lengths and times become whole numbers (default: as the published costs of the format).",
      "车辆问题：长度与时间如何取整（默认：与该格式已发布成本一致）。"),
    Phrase("option.start", "Vehicles: a solution to begin from.", "车辆问题：作为起点的解。"),
    Phrase(
      "option.bound_time", "Vehicles: of the time limit, for the lower bound (default: a tenth, up to 500 clients).",
      "车辆问题：时限中用于求下界的时间（默认：十分之一，不超过 500 个客户时）。"),
    Phrase(
      "solve.routes", "{routes} routes; rounding {rounding}: lengths and times {meaning}",
      "{routes} 条路线；取整 {rounding}：长度与时间{meaning}"),
    Phrase("solve.rounding.nearest", "to the nearest whole number", "四舍五入为整数"),
    Phrase("solve.rounding.decimal", "cut off after one decimal", "截断至一位小数"),
    Phrase("solve.rounding.exact", "to the nearest thousandth", "四舍五入至千分之一"),
    Phrase(
      "solve.no_routes",
      "No client was reached; nothing was written. Give more time, or look at windows and capacities.",
      "没有服务任何客户，没有写出任何文件。请增加时间，或检查时间窗与容量。"),
    Phrase(
      "usage.no_rounding", "--rounding, --start and --bound-time belong to vehicles; this file is a roster.",
      "--rounding、--start 与 --bound-time 只用于车辆问题；该文件是排班算例。"),
    Phrase("solve.rule.notVisited", "client not visited", "客户未被服务"),
    Phrase("solve.rule.visitedTwice", "client visited more than once", "客户被重复服务"),
    Phrase("solve.rule.fleet", "more vehicles than there are", "车辆数超出"),
    Phrase("solve.rule.reload", "depot at which the vehicle may not load anew", "车辆不得在该车场重新装货"),
    Phrase("solve.rule.capacity", "capacity", "载量"),
    Phrase("solve.rule.timeWindow", "later than the time window", "晚于时间窗"),
    Phrase("solve.rule.duration", "duration of a route", "路线时长"),
    Phrase("solve.rule.backhaulOrder", "backhauls after all others, and never first", "回程取货须在送货之后，且不能为首站"),
    Phrase("solve.rule.pairing", "pickup before its delivery, by the same vehicle", "先取后送且由同一车辆完成"),
    Phrase("solve.rule.statedCost", "the cost that the file states", "文件所述成本"),
    Phrase("solve.rule.distance", "ways", "行驶"),
    Phrase("solve.rule.vehicleCost", "vehicles used", "启用车辆"),
    Phrase("solve.rule.prize", "prizes left out", "放弃的奖励"),
  ]

  private static let benchRouting: [Phrase] = [
    Phrase(
      "option.html", "Vehicles: also write a page with tables and curves of the gap over time.",
      "车辆问题：另写出一个含表格和差距曲线的网页。"),
    Phrase(
      "option.peers", "Vehicles: run PyVRP and HGS-CVRP on the same instances for the same seconds (make peers-setup).",
      "车辆问题：在相同算例上以相同时间运行 PyVRP 与 HGS-CVRP（make peers-setup）。"),
    Phrase(
      "usage.routing_only", "--html and --peers belong to bench routing.", "--html 与 --peers 只用于 bench routing。"),
    Phrase(
      "usage.peers_limit", "With --peers give --time-limit: others' iterations are something else.",
      "使用 --peers 时请给出 --time-limit：其他求解器的迭代含义不同。"),
    Phrase("bench.column.solver", "solver", "求解器"),
    Phrase("bench.column.group", "group", "类别"),
    Phrase("bench.column.runs", "runs", "次数"),
    Phrase("bench.column.gap_at_10", "at 10 s", "10 秒时"),
    Phrase("bench.column.bound_gap", "bound", "下界差距"),
    Phrase("bench.group.cvrp", "capacity (X)", "载量（X）"),
    Phrase("bench.group.solomon", "windows, 100", "时间窗 100"),
    Phrase("bench.group.homberger", "windows, 200–1000", "时间窗 200–1000"),
    Phrase("bench.group.multi-trip", "trips and releases", "多趟与放行时间"),
    Phrase("bench.group.prizes", "prizes", "奖励收集"),
    Phrase("bench.group.mixed-fleet", "mixed fleet", "混合车队"),
    Phrase("bench.group.depots-and-windows", "depots and windows", "多车场时间窗"),
    Phrase("bench.group.depots", "depots (Cordeau)", "多车场（Cordeau）"),
    Phrase("bench.group.pickups", "pickups (Li and Lim)", "取送货（Li 与 Lim）"),
    Phrase("bench.group.backhauls", "backhauls", "回程取货"),
    Phrase("bench.group.belgium", "Belgium", "比利时"),
    Phrase("bench.group.bounds", "bounds (C1, R1, RC1)", "下界（C1、R1、RC1）"),
    Phrase(
      "bench.routing.source",
      "Gaps are to the best known costs that lie beside the instances; a mean is shown where every run has one.",
      "差距相对于算例旁的已知最好成本；仅当每次运行都有差距时给出平均值。"),
    Phrase(
      "bench.routing.empty",
      "{folder} has none of CVRP/*.vrp, VRPTW/solomon/*.txt and so on; give the folder above them",
      "{folder} 中没有 CVRP/*.vrp、VRPTW/solomon/*.txt 等；请给出其上级文件夹"),
    Phrase(
      "bench.no_peers",
      "{python} or {script} is missing: run make peers-setup in the project's folder, and bench there.",
      "缺少 {python} 或 {script}：请在项目文件夹中运行 make peers-setup，并在该处运行 bench。"),
    Phrase("bench.peer_failed", "{peer} ended with {code} and no result.", "{peer} 以 {code} 结束，没有结果。"),
    Phrase("bench.page.title", "Public routing instances", "公开路径算例"),
    Phrase(
      "bench.page.about",
      "{solvers}. {processor}, {cores} cores, {memory} GB, {system}. Threads: {threads}; seeds: {seeds}. {day}.",
      "{solvers}。{processor}，{cores} 核，{memory} GB，{system}。线程：{threads}；种子：{seeds}。{day}。"),
    Phrase("bench.page.axes", "gap to the best known cost over seconds, a line a run", "与已知最好成本的差距随秒数变化，每次运行一条线"),
  ]
}
