extension Catalogue {
  static let progress: [Phrase] = [
    Phrase("progress.line", "{seconds} s  {stage}: {levels}", "{seconds} 秒  {stage}：{levels}"),
    Phrase(
      "progress.interrupted", "Interrupted: writing the best plan so far. Once more to stop at once.",
      "已中断：正在写出目前最好的计划。再按一次立即退出。"),
  ]
}
