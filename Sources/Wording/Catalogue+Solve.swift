/// What `solve` and `bench` say.
extension Catalogue {
  static let solving: [Phrase] = solvePhrases + solveRules + benchPhrases

  private static let solvePhrases: [Phrase] = [
    Phrase("command.solve", "Solve an instance of a public rostering or routing format.", "求解公开排班或路径格式的算例。"),
    Phrase(
      "command.solve.discussion",
      """
      Reads the shift-scheduling text format and the files of the Second International Nurse Rostering Competition,
      and for vehicles VRPLIB, Solomon's, Cordeau's and Li and Lim's formats, recognised by their content. The cost that
      is printed is worked out anew from the files' text by a checker that shares nothing with the engine. Ctrl-C writes
      the best solution so far.

        lastmetre solve Instance4.txt --time-limit 60s --out roster.txt
        lastmetre solve Sc-n030w4.txt --history 0 --weeks 6,2,9,1 --out weeks
        lastmetre solve X-n200-k36.vrp --time-limit 60s --seed 1 --out X-n200-k36.sol
      """,
      """
      读取排班文本格式和第二届国际护士排班竞赛的文件，以及车辆问题的 VRPLIB、Solomon、Cordeau、Li 与 Lim 格式，按内容识别格式。打印的成本由独立的审核程序根据文件原文重新计算，与求解引擎不共用任何代码。按 Ctrl-C 写出目前最好的解。

        lastmetre solve Instance4.txt --time-limit 60s --out roster.txt
        lastmetre solve Sc-n030w4.txt --history 0 --weeks 6,2,9,1 --out weeks
        lastmetre solve X-n200-k36.vrp --time-limit 60s --seed 1 --out X-n200-k36.sol
      """),
    Phrase("argument.instance", "The instance; of a nurse rostering case, the scenario.", "算例文件；护士排班请给出情景文件。"),
    Phrase(
      "option.history", "Nurse rostering: which history, H0-NAME-n.txt (default: 0).",
      "护士排班：使用哪个历史文件 H0-名称-n.txt（默认：0）。"),
    Phrase(
      "option.weeks", "Nurse rostering: which week data, WD-NAME-n.txt, in their order.",
      "护士排班：依次使用哪些周数据 WD-名称-n.txt。"),
    Phrase(
      "option.stepwise", "Week by week, with only the current week's demand known.", "逐周求解，只知道当前一周的需求。"),
    Phrase(
      "option.solve_iterations", "Instead of a time limit: the same work, and the same solution, on every run.",
      "代替时限：每次运行做同样多的工作，得到完全相同的解。"),
    Phrase(
      "option.solve_out", "Where to write the solution: a file, for nurse rostering a folder.",
      "解写到哪里：一个文件；护士排班为文件夹。"),
    Phrase(
      "option.solve_check", "Solve nothing: judge this solution and print its cost.", "不求解：审核该解并打印其成本。"),
    Phrase(
      "solve.summary", "cost {cost}, bound {bound}, gap {gap}: {status}, {stop}, {seconds} s",
      "成本 {cost}，下界 {bound}，差距 {gap}：{status}，{stop}，{seconds} 秒"),
    Phrase("solve.progress", "{seconds} s  cost {cost}, bound {bound}", "{seconds} 秒  成本 {cost}，下界 {bound}"),
    Phrase("solve.written", "Written: {file}", "已写入：{file}"),
    Phrase("solve.checked", "cost {cost}, hard rules broken: {count}", "成本 {cost}，违反硬性规则 {count} 处"),
    Phrase("solve.violation", "  broken: {rule} at {place}, by {amount}", "  违反：{rule}（{place}），数量 {amount}"),
    Phrase(
      "solve.nothing", "No roster that keeps the hard rules was found; nothing was written. Give more time.",
      "没有找到符合硬性规则的排班，没有写出任何文件。请增加时间。"),
    Phrase(
      "solve.no_pattern",
      "There is no roster: nothing that {person} could do keeps all of their rules. Loosen their minutes, runs or days off.",
      "不存在可行排班：{person} 无论如何安排都会违反其规则。请放宽其时长、连续天数或休息日要求。"),
    Phrase(
      "solve.no_pattern.rules",
      "There is no roster: nothing that {person} could do keeps these rules together: {rules}. Loosen one of them.",
      "不存在可行排班：{person} 无论如何安排都无法同时满足以下规则：{rules}。请放宽其中一项。"),
    Phrase(
      "solve.rule.sequence", "runs of days on and off and what may follow what", "连续工作与休息天数及班次衔接"),
    Phrase("solve.rule.fixed", "the duty that must be held on day {day}", "第 {day} 天必须担任的班次"),
    Phrase("solve.rule.least_minutes", "at least {amount} minutes", "总时长不少于 {amount} 分钟"),
    Phrase("solve.rule.most_minutes", "at most {amount} minutes", "总时长不超过 {amount} 分钟"),
    Phrase("solve.rule.least_shifts", "at least {amount} of {shift}", "{shift} 班不少于 {amount} 次"),
    Phrase("solve.rule.most_shifts", "at most {amount} of {shift}", "{shift} 班不超过 {amount} 次"),
    Phrase("solve.rule.least_weekends", "at least {amount} weekends", "周末不少于 {amount} 个"),
    Phrase("solve.rule.most_weekends", "at most {amount} weekends", "周末不超过 {amount} 个"),
    Phrase("solve.failed", "The solver gave up: {reason}", "求解器放弃：{reason}"),
    Phrase(
      "solve.disagreement",
      "The engine says {engine}, the independent check {check}; nothing was written. This is an error of the program.",
      "引擎给出 {engine}，独立审核给出 {check}；没有写出任何文件。这是程序的错误。"),
    Phrase(
      "solve.unreadable.instance", "line {line} of the instance cannot be judged: \"{text}\"",
      "算例第 {line} 行无法审核：“{text}”"),
    Phrase(
      "solve.unreadable.solution",
      "line {line} of the solution fits neither the instance nor the format: \"{text}\"; write one line a person, a week's assignments, or Route #1: 5 3 7",
      "解的第 {line} 行与算例或格式不符：“{text}”；应为每人一行、一周的分配，或 Route #1: 5 3 7"),
    Phrase("usage.history", "--history takes a whole number from 0 to 999.", "--history 须为 0 至 999 的整数。"),
    Phrase(
      "usage.weeks", "This scenario has {count} weeks: name as many with --weeks, e.g. --weeks 6,2,9,1.",
      "该情景共 {count} 周：请用 --weeks 给出同样多的周，例如 --weeks 6,2,9,1。"),
    Phrase(
      "usage.no_weeks", "--history, --weeks and --stepwise belong to nurse rostering; this file is something else.",
      "--history、--weeks 和 --stepwise 只用于护士排班；该文件不是护士排班。"),
  ]

  private static let solveRules: [Phrase] = [
    Phrase("solve.rule.mostShifts", "most shifts of a kind", "某班次次数上限"),
    Phrase("solve.rule.mostMinutes", "most minutes", "总时长上限"),
    Phrase("solve.rule.leastMinutes", "least minutes", "总时长下限"),
    Phrase("solve.rule.longestRun", "longest run of work", "连续工作上限"),
    Phrase("solve.rule.shortestRun", "shortest run of work", "连续工作下限"),
    Phrase("solve.rule.shortestBreak", "shortest run of days off", "连续休息下限"),
    Phrase("solve.rule.mostWeekends", "most weekends", "工作周末上限"),
    Phrase("solve.rule.dayOff", "day off", "休息日"),
    Phrase("solve.rule.succession", "shifts that may not follow each other", "不可相继的班次"),
    Phrase("solve.rule.shiftOn", "shifts asked for", "希望的班次"),
    Phrase("solve.rule.shiftOff", "shifts asked to be spared", "不希望的班次"),
    Phrase("solve.rule.underCover", "too few people", "人数不足"),
    Phrase("solve.rule.overCover", "too many people", "人数过多"),
    Phrase("solve.rule.singleAssignment", "one shift a day", "每天一个班次"),
    Phrase("solve.rule.understaffing", "fewer people than the minimum", "人数低于最低要求"),
    Phrase("solve.rule.missingSkill", "missing skill", "缺少技能"),
    Phrase("solve.rule.optimalCover", "fewer people than the optimum", "人数低于最佳要求"),
    Phrase("solve.rule.sameShift", "the same shift in a row", "同一班次连续天数"),
    Phrase("solve.rule.workingDays", "working days in a row", "连续工作天数"),
    Phrase("solve.rule.daysOff", "days off in a row", "连续休息天数"),
    Phrase("solve.rule.preference", "shifts not wanted", "不愿上的班次"),
    Phrase("solve.rule.wholeWeekend", "whole weekends", "完整周末"),
    Phrase("solve.rule.assignments", "assignments in all", "总分配次数"),
    Phrase("solve.rule.weekends", "working weekends in all", "总工作周末数"),
  ]

  private static let benchPhrases: [Phrase] = [
    Phrase("command.bench", "Solve public instances and compare with the best known costs.", "求解公开算例并与已知最好成本比较。"),
    Phrase(
      "command.bench.discussion",
      """
      A row an instance and seed: seconds, cost, bound, best known cost, gap to it, and whether the cost was proved
      optimal. The instances lie in the folder that LASTMETRE_BENCHMARKS or --data names: shift-scheduling/Instance1.txt,
      inrc2/n030w4/Sc-n030w4.txt, CVRP/X-n106-k14.vrp and so on.

        lastmetre bench rostering --instances 1,4,8 --seeds 1,2,3 --time-limit 60s
        lastmetre bench routing --instances cvrp,solomon,R101 --peers --html routing.html
      """,
      """
      每个算例和种子一行：秒数、成本、下界、已知最好成本、与其差距、是否证明最优。算例位于 LASTMETRE_BENCHMARKS 或 --data 指定的文件夹：shift-scheduling/Instance1.txt、inrc2/n030w4/Sc-n030w4.txt、CVRP/X-n106-k14.vrp 等。

        lastmetre bench rostering --instances 1,4,8 --seeds 1,2,3 --time-limit 60s
        lastmetre bench routing --instances cvrp,solomon,R101 --peers --html routing.html
      """),
    Phrase("argument.suite", "Which instances.", "哪一组算例。"),
    Phrase(
      "option.data", "The folder of public instances, instead of LASTMETRE_BENCHMARKS.",
      "公开算例文件夹，替代 LASTMETRE_BENCHMARKS。"),
    Phrase(
      "option.bench_time_limit", "For each run (default: 60s; vehicles: 20s to 300s by size).",
      "每次运行的时限（默认：60s；车辆问题按规模 20s 至 300s）。"),
    Phrase("option.bench_iterations", "For each run, instead of a time limit.", "每次运行的迭代数，代替时限。"),
    Phrase(
      "option.seeds", "A run for each of these seeds (default: 1; vehicles: 1,2,3).", "每个种子运行一次（默认：1；车辆问题：1,2,3）。"),
    Phrase(
      "option.instances",
      "Which: numbers, names or groups, e.g. 8, n030w4, inrc2, R101, cvrp (default: shift-scheduling, or all groups).",
      "哪些算例：编号、名称或类别，如 8、n030w4、inrc2、R101、cvrp（默认：shift-scheduling，或全部类别）。"),
    Phrase("option.csv", "Print the rows as CSV.", "以 CSV 打印各行。"),
    Phrase("bench.column.instance", "instance", "算例"),
    Phrase("bench.column.seed", "seed", "种子"),
    Phrase("bench.column.seconds", "seconds", "秒"),
    Phrase("bench.column.cost", "cost", "成本"),
    Phrase("bench.column.bound", "bound", "下界"),
    Phrase("bench.column.best_known", "best known", "已知最好"),
    Phrase("bench.column.gap", "gap", "差距"),
    Phrase("bench.column.proved", "proved", "已证明"),
    Phrase("bench.source", "Best known costs: {source}", "已知最好成本来源：{source}"),
    Phrase(
      "bench.no_data", "Where are the public instances? Set LASTMETRE_BENCHMARKS to their folder, or give --data.",
      "公开算例在哪里？请把 LASTMETRE_BENCHMARKS 设为其文件夹，或用 --data 指定。"),
    Phrase(
      "bench.empty", "{folder} has neither shift-scheduling/Instance*.txt nor inrc2/*; give the folder above them",
      "{folder} 中既没有 shift-scheduling/Instance*.txt，也没有 inrc2/*；请给出其上级文件夹"),
    Phrase("bench.unknown", "There is no instance {name}; there are: {known}", "没有算例 {name}；现有：{known}"),
    Phrase("usage.csv", "Give --csv or --json, not both.", "--csv 与 --json 只能给出一个。"),
  ]
}
