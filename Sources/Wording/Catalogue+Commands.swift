extension Catalogue {
  static let commands: [Phrase] = commandPhrases + optionPhrases + outcomePhrases

  private static let commandPhrases: [Phrase] = [
    Phrase(
      "command.abstract", "Plans tomorrow for a community emergency command centre.",
      "为社区应急指挥部编排明天的工作。"),
    Phrase(
      "command.discussion",
      """
      Who stands where, which building collects its vegetables when and where, which vehicle brings them, and how far
      that is from the best possible plan. A district is a folder of CSV tables and one district.yaml.

        lastmetre validate DISTRICT      find every mistake in the data
        lastmetre plan DISTRICT          plan it, into out/NAME
        lastmetre whatif DISTRICT CHANGE…  the same district, but for some changes
        lastmetre check DISTRICT PLAN    judge a plan again, independently

      Exit codes: 0 complete, 1 check found something, 2 a plan with gaps, 3 frozen pins contradict the rules, 4 nothing
      found in time, 64 usage, 65 bad data, 66 no such input, 70 internal error, 73 cannot write.
      """,
      """
      谁在哪里值班，哪栋楼何时到哪里领菜，由哪辆车送来，以及离最优计划还有多远。一个地区是一个文件夹：若干 CSV 表和一个 district.yaml。

        lastmetre validate 地区           找出数据中的全部错误
        lastmetre plan 地区               编排计划，写入 out/名称
        lastmetre whatif 地区 改动…       同一地区，作若干假设的改动
        lastmetre check 地区 计划         独立地重新审核一份计划

      退出码：0 完整，1 审核发现问题，2 计划有缺口，3 冻结的指定与规则矛盾，4 时限内没有结果，64 用法错误，65 数据错误，66 找不到输入，70 内部错误，73 无法写入。
      """),
    Phrase("command.plan", "Plan a district and write the plan with its reports.", "编排一个地区的计划，并写出计划与各类报表。"),
    Phrase(
      "command.plan.discussion",
      """
      Writes plan.json, run.json, bounds.json, roster.csv, distribution.csv, notices.csv, plan.xlsx, routes.geojson,
      plan.html and sheets.html. A plan is written only when the independent audit passes. Ctrl-C writes the best plan so far.
      """,
      "写出 plan.json、run.json、bounds.json、roster.csv、distribution.csv、notices.csv、plan.xlsx、routes.geojson、plan.html 和 sheets.html。只有通过独立审核的计划才会写出。按 Ctrl-C 写出目前最好的计划。"
    ),
    Phrase("command.validate", "Find every mistake in a district's data.", "找出地区数据中的全部错误。"),
    Phrase(
      "command.check", "Judge a plan against the district's raw input, independently of the solvers.",
      "不依赖求解器，根据原始数据独立审核一份计划。"),
    Phrase("command.format", "Rewrite a district's tables in canonical form.", "把地区的各表改写为规范格式。"),
    Phrase(
      "command.explain", "Explain an error code, or what a plan's rules say of whom.",
      "解释错误代码，或说明计划中各规则的取值由何而来。"),
    Phrase(
      "command.explain.discussion",
      """
        explain E1104          an error's page, with an example and the remedy
        explain PLAN fairHours every case that adds to a rule's amount, and their sum
        explain PLAN C017      a person's duties, and what the rules say of them
      """,
      """
        explain E1104          错误代码的说明、例子和改法
        explain 计划 fairHours 计入该规则的每一项及其合计
        explain 计划 C017      某人的班次，以及各规则对其的取值
      """),
    Phrase("command.export", "Write a district's models as data for GNU MathProg.", "把地区的模型导出为 GNU MathProg 数据。"),
    Phrase(
      "command.export.discussion",
      "Writes supply.dat, kit.dat, points.dat, key-households.dat and roster.dat for the models in Models/, and prints how to solve them. Levels are solved one after another: give the optima of the levels before.",
      "为 Models/ 中的模型写出 supply.dat、kit.dat、points.dat、key-households.dat 和 roster.dat，并打印求解命令。各层依次求解：请给出前面各层的最优值。"),
    Phrase("command.new", "Draw a synthetic district: the same bytes for the same seed.", "生成一个模拟地区：相同种子得到完全相同的文件。"),
  ]

  private static let optionPhrases: [Phrase] = [
    Phrase("argument.district", "The district's folder.", "地区文件夹。"),
    Phrase("argument.plan", "A plan.json, or the folder that holds it.", "plan.json 文件，或其所在文件夹。"),
    Phrase("argument.folder", "The folder to write.", "要写入的文件夹。"),
    Phrase("option.locale", "The language of help, messages and reports.", "帮助、消息和报表的语言。"),
    Phrase("option.json", "Print the result as JSON on standard output.", "在标准输出上以 JSON 打印结果。"),
    Phrase("option.date", "The first service day, instead of the district's.", "首个服务日，替代地区设置。"),
    Phrase("option.days", "How many service days, instead of the district's.", "服务日天数，替代地区设置。"),
    Phrase("option.out", "Where to write (default: out/ and the district's folder name).", "写到哪里（默认：out/ 加地区文件夹名）。"),
    Phrase(
      "option.time_limit", "Of each plan, from reading to writing: 2m, 500ms (plan: 30s, whatif: 15s).",
      "每份计划从读取到写出的全部时间：2m、500ms（plan 默认 30s，whatif 默认 15s）。"),
    Phrase(
      "option.iterations", "Instead of a time limit: the same work, and the same plan.json, on every run.",
      "代替时限：每次运行做同样多的工作，得到完全相同的 plan.json。"),
    Phrase(
      "option.threads",
      "How many threads may work; two at once at most (default: the machine's processors; with --iterations always 1).",
      "可用的线程数，最多两个同时工作（默认：处理器数；使用 --iterations 时始终为 1）。"),
    Phrase("option.seed", "The seed of all random numbers.", "所有随机数的种子。"),
    Phrase(
      "option.method",
      "auto: search and proof together. heuristic: search alone, without bounds for points and roster. exact: for points and roster the solver alone, whose plan is written or none; exit 4 when it found none in time. Routes have no exact solver and are always searched.",
      "auto：搜索与证明并用。heuristic：只搜索，发放与值班表没有下界。exact：发放与值班表只用精确求解器，由它得出计划，否则不写出；到时没有结果则退出码为 4。配送没有精确求解器，始终使用搜索。"),
    Phrase("option.only", "Plan this stage only.", "只编排这一阶段。"),
    Phrase(
      "option.progress",
      "Progress on standard error. auto: a live table on a terminal, else a line a step; lines; json: an object a line; none.",
      "标准错误上的进度。auto：终端上为实时表格，否则每步一行；lines：每步一行；json：每行一个 JSON 对象；none：不显示。"),
    Phrase("option.bound", "Recompute the bounds from bounds.json as well.", "同时根据 bounds.json 重新计算下界。"),
    Phrase("option.mathprog", "GNU MathProg data for the models in Models/.", "供 Models/ 中模型使用的 GNU MathProg 数据。"),
    Phrase("option.export_out", "The folder to write the data into.", "数据写入的文件夹。"),
    Phrase("option.level", "The level that the models minimise.", "模型要最小化的层级。"),
    Phrase("option.first", "The optimum of level 1, held at levels 2 and 3.", "第 1 层的最优值，在第 2、3 层保持不变。"),
    Phrase("option.second", "The optimum of level 2, held at level 3.", "第 2 层的最优值，在第 3 层保持不变。"),
    Phrase(
      "option.export_plan", "A plan whose open points give the roster its duties; without it no point opens.",
      "由该计划中开放的发放点产生班次；不给出则没有发放点开放。"),
    Phrase("option.check_only", "Change nothing; exit 1 if any table is not canonical.", "不做修改；如有表格不规范则退出码为 1。"),
    Phrase("option.households", "How many households, 100 to 200,000.", "户数，100 至 200,000。"),
    Phrase("option.people", "How many people, 12 to 6,520.", "人数，12 至 6,520。"),
    Phrase("option.compounds", "How many compounds, 1 to 120.", "小区数，1 至 120。"),
    Phrase(
      "option.buildings", "How many buildings; without it as many as usual ones take for the households.",
      "楼栋数；不写则按通常楼型和户数推算。"),
    Phrase("option.sites", "How many sites.", "点位数。"),
    Phrase("option.vehicles", "How many vehicles.", "车辆数。"),
    Phrase("option.depots", "How many depots.", "仓库数。"),
    Phrase(
      "option.sample", "One of the sample districts of Instances/README.md.", "Instances/README.md 所列示例地区之一。"),
  ]

  private static let outcomePhrases: [Phrase] = [
    Phrase("validate.fine", "{district}: no mistakes found", "{district}：没有发现错误"),
    Phrase("validate.count", "{count} mistakes; nothing was written", "{count} 处错误；没有写出任何文件"),
    Phrase("check.passed", "Audit passed: {plan}", "审核通过：{plan}"),
    Phrase("check.failed", "Audit FAILED: {count} violations", "审核未通过：{count} 处违反"),
    Phrase("check.line", "{rule} at {place}, amount {amount}: {message}", "{rule}（{place}），数量 {amount}：{message}"),
    Phrase("format.written", "rewritten: {file}", "已改写：{file}"),
    Phrase("format.would", "not canonical: {file}", "不规范：{file}"),
    Phrase("format.fine", "{district}: every table is canonical", "{district}：所有表格均为规范格式"),
    Phrase("plan.written", "Written to {folder}", "已写入 {folder}"),
    Phrase("new.written", "Drawn into {folder}", "已生成到 {folder}"),
    Phrase(
      "failure.frozen",
      "Frozen pins contradict hard rules or each other; nothing can be planned. Pins: {pins}; rules: {rules}. Remedy: take one of these pins out, or lower its level.",
      "冻结的指定与硬性规则或彼此矛盾，无法编排。指定：{pins}；规则：{rules}。解决办法：删去其中一条指定，或降低其级别。"),
    Phrase(
      "failure.nothing",
      "Nothing was found in time for the stage: {stage}. Give more time, or leave out --method exact.",
      "阶段“{stage}”在时限内没有结果。请增加时间，或不使用 --method exact。"),
    Phrase(
      "failure.refused", "The audit refuses the plan; nothing was written. This is an error of the program.",
      "审核拒绝了该计划，没有写出任何文件。这是程序的错误。"),
    Phrase("failure.unknown_code", "No such error code: {code}", "没有这个错误代码：{code}"),
    Phrase("failure.nonempty", "{path} is not empty; choose a new folder", "{path} 不是空文件夹；请另选一个"),
    Phrase("usage.mathprog", "Say what to export: --mathprog.", "请说明导出什么：--mathprog。"),
    Phrase("usage.level", "--level takes 1, 2 or 3.", "--level 须为 1、2 或 3。"),
    Phrase("usage.limit", "Give --time-limit or --iterations, not both.", "--time-limit 与 --iterations 只能给出一个。"),
    Phrase("usage.positive", "{option} takes a whole number from 1.", "{option} 须为不小于 1 的整数。"),
    Phrase(
      "usage.recipe", "{option} {value} cannot be drawn together with the other numbers; take {least} to {most}.",
      "{option} {value} 与其他数字无法一起生成；可取 {least} 至 {most}。"),
    Phrase("usage.threads", "--threads takes a whole number from 1 to 64.", "--threads 须为 1 至 64 的整数。"),
    Phrase("usage.days", "--days takes a whole number from 1 to 366.", "--days 须为 1 至 366 的整数。"),
    Phrase("failure.internal", "Internal error: {reason}", "内部错误：{reason}"),
  ]
}
