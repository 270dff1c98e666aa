/// Every rule of `RuleID` by its name and its sentence, and `busy` for those whom no rule refuses.
extension Catalogue {
  static let rules: [Phrase] =
    hardRosterRules + softRosterRules + supplyRules + distributionRules + routeRules + documentRules

  private static let hardRosterRules = [
    Phrase("rule.availability.name", "Presence", "到岗时间"),
    Phrase(
      "rule.availability", "A person serves a duty only when present for its whole span.",
      "人员须在班次全程可到岗，方可排入该班次。"),
    Phrase("rule.health.name", "Health", "健康状况"),
    Phrase(
      "rule.health", "People who are unfit serve nothing; people under watch serve only duties of exposure 0.",
      "身体不适者不排班；观察期人员只排暴露等级为 0 的班次。"),
    Phrase("rule.qualification.name", "Qualification", "岗位资格"),
    Phrase(
      "rule.qualification", "A seat is taken only by a person with all its skills and of one of its kinds.",
      "名额只排给具备全部所需技能、且类别相符的人员。"),
    Phrase("rule.noOverlap.name", "No overlap", "班次不重叠"),
    Phrase(
      "rule.noOverlap", "Duties of a person do not overlap, and the way between their sites fits in between.",
      "同一人的班次不得重叠，两个点位之间须留足路上时间。"),
    Phrase("rule.minimumRest.name", "Minimum rest", "最短休息"),
    Phrase(
      "rule.minimumRest", "Between the duties of one service day and those of the next a person rests long enough.",
      "相邻两个值勤日的班次之间须有足够的休息时间。"),
    Phrase("rule.dailyMaximum.name", "Daily maximum", "单日上限"),
    Phrase(
      "rule.dailyMaximum", "A person serves no more minutes in a service day than allowed.",
      "每人每个值勤日的在岗时长不超过上限。"),
    Phrase("rule.weeklyMaximum.name", "Weekly maximum", "七日上限"),
    Phrase(
      "rule.weeklyMaximum", "A person serves no more minutes in any seven service days than allowed, ledger included.",
      "任意连续七个值勤日内，每人在岗时长（含台账）不超过上限。"),
    Phrase("rule.consecutiveDays.name", "Days in a row", "连续值勤天数"),
    Phrase(
      "rule.consecutiveDays", "A person serves no more service days in a row than allowed, ledger included.",
      "每人连续值勤的天数（含台账）不超过上限。"),
    Phrase("rule.noNight.name", "No nights", "不排夜班"),
    Phrase(
      "rule.noNight", "People who are not to serve at night have no night duty.",
      "标明不排夜班的人员不安排夜班。"),
    Phrase("rule.rotation.name", "Rotation", "班组轮换"),
    Phrase(
      "rule.rotation", "Groups take turns by service day; people without a group in the cycle are free.",
      "各班组按值勤日轮换；不在轮换班组内的人员不受限制。"),
    Phrase("rule.exposureMix.name", "Exposure classes", "暴露等级不混排"),
    Phrase(
      "rule.exposureMix", "After a duty a person has only duties of the same exposure or higher for the days set.",
      "在规定天数内，人员之后的班次暴露等级不得低于之前的班次。"),
  ]

  private static let softRosterRules = [
    Phrase("rule.minimumCover.name", "Minimum cover", "最低在岗人数"),
    Phrase(
      "rule.minimumCover", "Every seat class has its minimum of people.",
      "每类名额的在岗人数不低于最低人数。"),
    Phrase("rule.targetCover.name", "Target cover", "目标在岗人数"),
    Phrase(
      "rule.targetCover", "Every seat class has its target of people.",
      "每类名额的在岗人数达到目标人数。"),
    Phrase("rule.maximumCover.name", "Maximum cover", "最高在岗人数"),
    Phrase(
      "rule.maximumCover",
      "No seat class has more people than its maximum, and a person on a duty holds exactly one seat.",
      "每类名额不超过最高人数，一人在一个班次只占一个名额。"),
    Phrase("rule.oneLead.name", "One lead", "班次负责人"),
    Phrase(
      "rule.oneLead", "A duty that asks for a lead has one person on it who may lead.",
      "要求有负责人的班次，在岗人员中须有一名可任负责人。"),
    Phrase("rule.fairHours.name", "Fair hours", "工时公平"),
    Phrase(
      "rule.fairHours", "Minutes of the last 14 service days and of the plan are shared by availability.",
      "近 14 个值勤日与本计划的在岗时长，按各人可到岗时间分摊。"),
    Phrase("rule.fairNights.name", "Fair nights", "夜班公平"),
    Phrase(
      "rule.fairNights", "Night duties of the last 14 service days and of the plan are shared by availability.",
      "近 14 个值勤日与本计划的夜班次数，按各人可到岗时间分摊。"),
    Phrase("rule.nearHome.name", "Near home", "就近值勤"),
    Phrase(
      "rule.nearHome", "People serve near their home.",
      "尽量安排人员在住处附近值勤。"),
    Phrase("rule.wishes.name", "Wishes", "个人意愿"),
    Phrase(
      "rule.wishes", "People serve when they wish to, and not when they would rather not.",
      "尽量安排在本人愿意的时段，避开不愿意的时段。"),
    Phrase("rule.buddies.name", "Buddies", "搭档同班"),
    Phrase(
      "rule.buddies", "Buddies share their duties.",
      "互为搭档的两人尽量排在同一班次。"),
    Phrase("rule.unitTogether.name", "Sending unit together", "同单位集中"),
    Phrase(
      "rule.unitTogether", "People of one sending unit serve at few sites on a day.",
      "同一派出单位的人员，一天内尽量集中在少数点位。"),
    Phrase("rule.restDay.name", "Rest day", "休息日"),
    Phrase(
      "rule.restDay", "Nobody works more than five service days in a row without cost.",
      "尽量避免任何人连续值勤超过五天。"),
    Phrase("rule.stability.name", "Stability", "少改已发布的排班"),
    Phrase(
      "rule.stability", "A published plan changes as little as possible.",
      "尽量少改动已经发布的排班。"),
    Phrase("rule.pins.name", "Pins", "指定安排"),
    Phrase(
      "rule.pins", "What pins.csv asks for holds, as far as its level says.",
      "pins.csv 中的指定安排，按其级别予以落实。"),
  ]

  private static let supplyRules = [
    Phrase("rule.shortPacks.name", "Packs short", "物资不足"),
    Phrase(
      "rule.shortPacks", "Everybody is given what they ask for, the more urgent first.",
      "满足每一份需求，先保证更紧急的。"),
    Phrase("rule.unevenShares.name", "Uneven shares", "分配不均"),
    Phrase(
      "rule.unevenShares", "What is short is shared out evenly among the households.",
      "不足的物资在各户之间尽量均分。"),
  ]

  private static let distributionRules = [
    Phrase("rule.carrySource.name", "Where packs lie", "取货地点"),
    Phrase(
      "rule.carrySource", "A team loads only what lies there by then, and gives each building what is its own.",
      "推车队只取当时当地已有的份数，每栋楼拿到自己的份。"),
    Phrase("rule.carryTime.name", "Carrying time", "搬运时间"),
    Phrase(
      "rule.carryTime", "Ways, packs, doors and floors take their time; little of it in all is best.",
      "路程、装卸、上门和爬楼都要时间，合计越少越好。"),
    Phrase("rule.carryHours.name", "Hours of carrying", "搬运时限"),
    Phrase(
      "rule.carryHours", "A team works within the hours of carrying, and not longer than one may.",
      "推车队在规定时段内工作，且不超过最长时间。"),
    Phrase("rule.cartCapacity.name", "Cart capacity", "推车容量"),
    Phrase("rule.cartCapacity", "A cart never holds more than it takes.", "推车上的份数不超过容量。"),
    Phrase("rule.uncarried.name", "Not carried", "未搬运"),
    Phrase(
      "rule.uncarried", "What nobody collects is carried, and every door that waits is reached.",
      "无人自取的物资都要送到，等候上门的住户都要走到。"),
    Phrase("rule.servedOnce.name", "Served once", "不重不漏"),
    Phrase(
      "rule.servedOnce", "Every staircase of a building that is served is in exactly one batch.",
      "已安排的楼栋，每个单元恰好列入一个批次。"),
    Phrase("rule.handoverMode.name", "Hand-over", "交接方式"),
    Phrase(
      "rule.handoverMode", "Every building gets its packs in the way that its hand-over asks for.",
      "每栋楼按规定的交接方式领取物资。"),
    Phrase("rule.openingHours.name", "Opening hours", "开放时间"),
    Phrase(
      "rule.openingHours", "Batches lie in whole slots inside their point's opening hours.",
      "各批次须落在发放点开放时间内的完整时段里。"),
    Phrase("rule.slotCapacity.name", "Slot capacity", "时段容量"),
    Phrase(
      "rule.slotCapacity", "The batches of a slot keep what the desks can serve and the limit on the crowd.",
      "同一时段各批次的户数，不超过发放台的处理能力和人数上限。"),
    Phrase("rule.batchSplit.name", "Splitting of buildings", "楼栋拆分"),
    Phrase(
      "rule.batchSplit", "A building is split by whole staircases only, and only where it is bigger than a slot.",
      "只有超出一个时段容量的楼栋才拆分，且须按整个单元拆分。"),
    Phrase("rule.helperLoad.name", "Helpers' load", "联系户数"),
    Phrase(
      "rule.helperLoad", "A helper looks after as many households with needs as allowed, or none.",
      "每名帮扶人员联系的困难户数在规定范围内，或者不承担。"),
    Phrase("rule.unservedHouseholds.name", "Households not served", "未服务户数"),
    Phrase(
      "rule.unservedHouseholds", "Every household is served.",
      "每一户都得到服务。"),
    Phrase("rule.unservedNeeds.name", "Needs without a helper", "无人帮扶的需求"),
    Phrase(
      "rule.unservedNeeds", "Every household with needs has a helper.",
      "每个有需求的住户都有人帮扶。"),
    Phrase("rule.staffTime.name", "Staff time", "发放点用工"),
    Phrase(
      "rule.staffTime", "The staff of distribution points is there as briefly as possible.",
      "发放点人员的在岗时间尽量短。"),
    Phrase("rule.walking.name", "Residents' walks", "居民步行"),
    Phrase(
      "rule.walking", "Residents walk as little as possible.",
      "居民领取物资的步行时间尽量短。"),
    Phrase("rule.helperWalking.name", "Helpers' walks", "帮扶人员步行"),
    Phrase(
      "rule.helperWalking", "Helpers walk as little as possible.",
      "帮扶人员的步行时间尽量短。"),
    Phrase("rule.changedHelper.name", "Changed helpers", "更换帮扶人员"),
    Phrase(
      "rule.changedHelper", "Households keep the helper they had.",
      "住户尽量由原来的帮扶人员继续联系。"),
  ]

  private static let routeRules = [
    Phrase("rule.vehicleCapacity.name", "Vehicle capacity", "车辆载量"),
    Phrase(
      "rule.vehicleCapacity", "A vehicle never carries more packs or weight than it can.",
      "车辆装载的份数和重量不超过其载量。"),
    Phrase("rule.vehicleHours.name", "Vehicle hours", "车辆时间"),
    Phrase(
      "rule.vehicleHours", "A vehicle leaves and returns within its hours.",
      "车辆须在其可用时间内出发和返回。"),
    Phrase("rule.tripLimit.name", "Trips", "趟次上限"),
    Phrase(
      "rule.tripLimit", "A vehicle makes no more trips than allowed.",
      "车辆的趟数不超过上限。"),
    Phrase("rule.crewOnDuty.name", "Crew", "车组到岗"),
    Phrase(
      "rule.crewOnDuty", "A vehicle runs only with its driver and all its loaders.",
      "车辆须有司机和全部装卸人员方可出车。"),
    Phrase("rule.depotStock.name", "Stock", "库存"),
    Phrase(
      "rule.depotStock", "No depot gives out more than it has ready.",
      "仓库发出的物资不超过已备好的库存。"),
    Phrase("rule.depotHours.name", "Depot hours", "仓库时间"),
    Phrase(
      "rule.depotHours", "Vehicles load only while the depot is open.",
      "车辆只在仓库开放时间内装货。"),
    Phrase("rule.depotDocks.name", "Docks", "装卸位"),
    Phrase(
      "rule.depotDocks", "No more vehicles load at a depot at once than it has docks.",
      "同时在仓库装货的车辆不超过装卸位数。"),
    Phrase("rule.travelTime.name", "Travel time", "行驶时间"),
    Phrase(
      "rule.travelTime", "A vehicle arrives no sooner than the way takes.",
      "车辆到达时间不早于路程所需时间。"),
    Phrase("rule.needCurve.name", "In time for the batches", "按批次备货"),
    Phrase(
      "rule.needCurve", "Packs are at a point before the batches that need them.",
      "物资须在批次开始前送达发放点。"),
    Phrase("rule.purchaseCost.name", "Price of what is bought", "采购金额"),
    Phrase(
      "rule.purchaseCost", "What is bought costs as little as possible.",
      "采购金额尽量低。"),
    Phrase("rule.undelivered.name", "Packs not delivered", "未送达物资"),
    Phrase(
      "rule.undelivered", "Every pack is delivered.",
      "每一份物资都送达。"),
    Phrase("rule.fixedCost.name", "Fixed cost", "出车费用"),
    Phrase(
      "rule.fixedCost", "As few vehicles leave as needed.",
      "尽量少出车。"),
    Phrase("rule.distanceCost.name", "Distance", "里程费用"),
    Phrase(
      "rule.distanceCost", "Vehicles drive as little as possible.",
      "车辆行驶里程尽量短。"),
    Phrase("rule.timeCost.name", "Time on the road", "用时费用"),
    Phrase(
      "rule.timeCost", "Vehicles are out as briefly as possible.",
      "车辆在外时间尽量短。"),
  ]

  private static let documentRules = [
    Phrase("rule.structure.name", "Structure", "结构"),
    Phrase(
      "rule.structure", "The plan has everything that a plan needs, in its place and order.",
      "计划内容完整，位置和顺序正确。"),
    Phrase("rule.digest.name", "District", "数据一致"),
    Phrase(
      "rule.digest", "The plan belongs to this district's files as they are.",
      "计划与当前的数据文件相符。"),
    Phrase("rule.seal.name", "Seal", "封签"),
    Phrase(
      "rule.seal", "The plan is as it was written.",
      "计划写出后未被改动。"),
    Phrase("rule.objective.name", "Objective", "目标值"),
    Phrase(
      "rule.objective", "Objectives and their breakdown are what the plan amounts to.",
      "目标值及其明细与计划实际相符。"),
    Phrase("rule.bound.name", "Bounds", "界"),
    Phrase(
      "rule.bound", "Bounds, floors and optimality gaps are true.",
      "下界、底线和最优性差距属实。"),
    Phrase("rule.summary.name", "Summary", "汇总"),
    Phrase(
      "rule.summary", "The summary counts what the plan holds.",
      "汇总数字与计划内容相符。"),
    Phrase("rule.reasons.name", "Gaps and reasons", "缺口与原因"),
    Phrase(
      "rule.reasons", "Gaps are what the plan leaves open, and their reasons are true.",
      "缺口与计划实际相符，原因属实。"),
    Phrase("rule.busy.name", "Busy", "另有安排"),
    Phrase(
      "rule.busy", "Able, but needed on other duties or spared for fairness.",
      "可以胜任，但已排其他班次，或为公平起见未排。"),
  ]
}
