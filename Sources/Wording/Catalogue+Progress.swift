extension Catalogue {
  static let progress: [Phrase] = [
    Phrase("progress.line", "{seconds} s  {stage}: {levels}", "{seconds} 秒  {stage}：{levels}"),
    Phrase(
      "progress.interrupted", "Interrupted: writing the best plan so far. Once more to stop at once.",
      "已中断：正在写出目前最好的计划。再按一次立即退出。"),
    Phrase(
      "progress.hint", "{seconds} s; Ctrl-C writes the best plan so far", "{seconds} 秒；按 Ctrl-C 写出目前最好的计划"),
    Phrase("progress.column.stage", "Stage", "阶段"),
    Phrase("progress.column.level", "Level", "层级"),
    Phrase("progress.column.objective", "Objective", "目标值"),
    Phrase("progress.column.bound", "Bound", "下界"),
    Phrase("progress.column.gap", "Gap", "差距"),
    Phrase("progress.column.seconds", "Seconds", "秒数"),
    Phrase("progress.column.state", "State", "状态"),
    Phrase("progress.stage.distribution", "Distribution", "发放"),
    Phrase("progress.stage.roster", "Roster", "值班表"),
    Phrase("progress.stage.routes", "Routes", "配送"),
    Phrase("progress.stage.audit", "Audit", "审核"),
    Phrase("progress.stage.reports", "Reports", "报表"),
    Phrase("progress.state.waiting", "waiting", "等待"),
    Phrase("progress.state.working", "working", "进行中"),
    Phrase("progress.state.feasible", "feasible", "可行"),
    Phrase("progress.state.optimal", "optimal", "最优"),
    Phrase("progress.state.done", "done", "完成"),
    Phrase("progress.level.unserved", "unserved", "未安排"),
    Phrase("progress.level.effort", "effort", "人力步行"),
    Phrase("progress.level.minimum", "minimum", "最低人数"),
    Phrase("progress.level.target", "target", "目标人数"),
    Phrase("progress.level.preference", "fairness", "公平意愿"),
    Phrase("progress.level.undelivered", "undelivered", "未送达"),
    Phrase("progress.level.cost", "cost", "成本"),
  ]
}
