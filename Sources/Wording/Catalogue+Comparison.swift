extension Catalogue {
  /// The plan beside one made by hand.
  static let comparison: [Phrase] = [
    Phrase(
      "comparison.title", "Beside a hand-out planned by hand (nearest point, equal slots)",
      "与手工安排对照（就近领取，各时段楼栋数相同）"),
    Phrase(
      "comparison.note",
      "By hand every building goes to its nearest point, all points used are open with all desks for all their hours, and each slot calls the same number of buildings. Both are measured alike: everybody called comes at once and waits until served, past closing too. Whether packs arrive in time is not asked of the plan by hand.",
      "手工安排：每栋楼到最近的发放点领取，用到的发放点全部台位、全部时段开放，每个时段叫号的楼栋数相同。两者用同一标准衡量：叫到的住户同时到场，排队直至领到，过了关门时间也继续。手工安排不考虑物资能否按时送到。"
    ),
    Phrase("comparison.plan", "this plan", "本计划"),
    Phrase("comparison.by_hand", "by hand", "手工"),
    Phrase("comparison.points", "points opened", "开放发放点"),
    Phrase("comparison.staff", "people at the points", "发放点用人"),
    Phrase("comparison.staff_hours", "their hours, set-up and clean-up included", "合计工时（含准备与收尾）"),
    Phrase("comparison.households", "households served", "领到住户"),
    Phrase("comparison.not_served", "buildings not served", "未安排楼栋"),
    Phrase("comparison.last_served", "last household served", "最后一户领完"),
    Phrase("comparison.walking", "residents' walking, km", "居民步行（公里）"),
    Phrase("comparison.elderly", "of it by elderly households, km", "其中老人户（公里）"),
    Phrase("comparison.waiting", "waiting, household-hours", "排队合计（户·小时）"),
    Phrase("comparison.mean_waiting", "mean wait, minutes", "平均等候（分钟）"),
    Phrase("comparison.worst_waiting", "longest wait, minutes", "最长等候（分钟）"),
    Phrase("comparison.crowd", "most households at a point at once", "单点同时最多户数"),
    Phrase("comparison.crowd_over", "above the crowd limit by", "超过人数上限"),
    Phrase("comparison.cannot", "{plan}, not served: {buildings}", "{plan}未能安排：{buildings}"),
  ]
}
