extension Catalogue {
  /// Teams with carts inside compounds: page, cart lists and notices.
  static let carrying: [Phrase] = cartStage + cartPage + cartLists + cartNotices

  private static let cartStage: [Phrase] = [
    Phrase("stage.carrying", "Carrying", "搬运"),
    Phrase("level.uncarried", "packs not carried, doors not reached", "未搬运物资与未上门住户"),
    Phrase("gap.kind.carried", "{building}: packs not carried, doors not reached", "{building}：未搬运物资与未上门住户"),
    Phrase("post.carrying", "carrying", "小区内搬运"),
    Phrase("post.carrying.team", "carrying, team {team}", "小区内搬运 {team} 队"),
    Phrase("post.sorting", "sorting", "分拣"),
    Phrase("step.entrance", "leave at the entrance", "放楼门口"),
    Phrase("step.doors", "bring to doors", "送上门"),
    Phrase(
      "summary.carrying", "Carrying: {teams} teams with carts, {packs} packs, {doors} doors, the last back at {until}",
      "小区内搬运：{teams} 个推车队，{packs} 份，上门 {doors} 户，最晚 {until} 返回"),
  ]

  private static let cartPage: [Phrase] = [
    Phrase("page.carrying", "Carrying inside the compounds", "小区内搬运"),
    Phrase(
      "page.carrying.note",
      "What nobody collects is carried from the gate, the point or the entrance. Hours are those of the whole team, set-up included.",
      "无人自取的物资从小区门口、发放点或楼门口搬运。工时按全队计，含准备时间。"),
    Phrase("page.compound", "Compound", "小区"),
    Phrase("page.team", "Team", "队"),
    Phrase("page.buildings", "Buildings", "楼栋"),
    Phrase("page.doors", "Doors", "上门户数"),
    Phrase("page.staff_hours", "Hours", "工时"),
  ]

  private static let cartLists: [Phrase] = [
    Phrase("carts.title", "Cart list {team}", "推车单 {team}"),
    Phrase("carts.team", "{compound}, team {team}", "{compound} {team} 队"),
    Phrase("carts.times", "Meet at {meeting} at the gate; out {time}", "{meeting} 在小区门口集合；{time} 搬运"),
    Phrase("carts.people", "Team: {people}", "人员：{people}"),
    Phrase("carts.work", "What to do", "做什么"),
    Phrase("carts.load", "Load {packs}", "装车：{packs}"),
    Phrase("carts.entrance", "Leave at the entrance: {packs}", "放在楼门口：{packs}"),
    Phrase("carts.doors", "Bring to {doors} doors: {packs}", "送上门 {doors} 户：{packs}"),
    Phrase("carts.visit", "Visit {doors} doors", "上门走访 {doors} 户"),
    Phrase("carts.every", "every household", "每一户"),
    Phrase("carts.some", "households {first} to {last} of {all}", "第 {first} 至 {last} 户（共 {all} 户）"),
    Phrase(
      "carts.count", "Households of a building are counted staircase by staircase, from the bottom to the top.",
      "整栋上门的住户按单元依次、从低层到高层计数。"),
    Phrase("carts.door", "{door} ({kind})", "{door}（{kind}）"),
    Phrase("carts.no_door", "door not known", "门牌不详"),
    Phrase("carts.alone", "alone", "独居"),
    Phrase("carts.isolated", "isolated", "隔离"),
    Phrase("carts.floors", "{floors} floors", "{floors} 层"),
    Phrase("carts.lift", "lift", "有电梯"),
    Phrase("carts.no_lift", "NO LIFT", "没有电梯"),
    Phrase("carts.loads", "What carts take", "推车取货"),
    Phrase("sheets.sorters", "Sorting {time}: {people}", "分拣 {time}：{people}"),
  ]

  private static let cartNotices: [Phrase] = [
    Phrase(
      "notice.entrance", "{building}: {packs} packs are left at your entrance {time}; please collect yours there.",
      "{building}：{time} {packs} 份物资送到楼门口，请到楼门口领取。"),
    Phrase(
      "notice.doors", "{building}: {packs} packs are brought to your doors {time}; please stay at home.",
      "{building}：{time} {packs} 份物资送到各户门口，请在家等候。"),
    Phrase(
      "notice.visit", "{building}: somebody comes to every door {time}; please stay at home.",
      "{building}：{time} 上门走访各户，请在家等候。"),
    Phrase(
      "notice.at_home",
      "To those who live alone or are isolated they are brought to the door {time}; please stay at home.",
      "独居、隔离住户：{time} 送到家门口，请在家等候。"),
    Phrase(
      "notice.at_home.visit", "Somebody comes to those who live alone or are isolated {time}; please stay at home.",
      "独居、隔离住户：{time} 有人上门走访，请在家等候。"),
    Phrase(
      "notice.rest.property", "The other {packs} packs stay with the property management.", "其余 {packs} 份暂存物业。"),
    Phrase("notice.rest.door", "The other {packs} packs wait at the entrance.", "其余 {packs} 份暂放楼门口。"),
  ]
}
