/// What `solve` and `bench` say of vehicles.
extension Catalogue {
  static let solvingRouting: [Phrase] = [
    Phrase(
      "option.rounding",
      "Vehicles: how lengths and times become whole numbers (default: as the published costs of the format).",
      "车辆问题：长度与时间如何取整（默认：与该格式已发布成本一致）。"),
    Phrase("option.start", "Vehicles: a solution to begin from.", "车辆问题：作为起点的解。"),
    Phrase(
      "option.bound_time", "Vehicles: of the time limit, for the lower bound (default: a tenth).",
      "车辆问题：时限中用于求下界的时间（默认：十分之一）。"),
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
}
