extension Catalogue {
  /// Maps of printed sheets.
  static let maps: [Phrase] = [
    Phrase("maps.district", "Map of {name}", "{name}总图"),
    Phrase("maps.compound", "Map of the compound {compound}", "小区平面图 {compound}"),
    Phrase("maps.north", "N", "北"),
    Phrase("maps.number", "No.", "序号"),
    Phrase("maps.where", "Where, or how", "领取点或方式"),
    Phrase("maps.staircases", "{building}, staircase {staircases}", "{building} {staircases} 单元"),
    Phrase("maps.team", "carried, team {team}", "{team} 队搬运"),
    Phrase("maps.depot", "depot", "仓库"),
    Phrase("maps.point", "distribution point", "发放点"),
    Phrase("maps.gate", "gate, unloading", "小区门口（卸货）"),
    Phrase("maps.site", "site", "点位"),
    Phrase("maps.building", "building that collects", "自取楼栋"),
    Phrase("maps.brought", "building that goods are brought to", "送货楼栋"),
    Phrase("maps.idle", "building without a batch", "无批次楼栋"),
    Phrase("maps.leg", "way of a vehicle, with its id", "车辆路线及编号"),
    Phrase("maps.collects", "collects there", "到此领取"),
    Phrase("maps.tour", "a cart's way, in the order of the numbers", "推车路线，按序号"),
    Phrase(
      "maps.buildings_left_out",
      "Buildings not on this map, since they are many: {count}. See the maps of the compounds.",
      "楼栋较多，本图未画：{count} 栋，见各小区平面图。"),
    Phrase("maps.unknown", "Not on the map, since nobody knows where they lie: {count}.", "位置不详，未画出：{count} 处。"),
    Phrase("maps.unnamed", "Names for which there is no room: {count}.", "因位置不够未标名称：{count} 处。"),
    Phrase(
      "maps.without_map",
      "Compounds without a map of their own, since all that is known of them lies in one spot: {count}.",
      "已知位置都在一处、未另画平面图的小区：{count} 个。"),
    Phrase(
      "maps.too_many", "There is no map of the whole: {count} places; one map takes {most} at most.",
      "未画总图：共 {count} 处，一张图最多 {most} 处。"),
  ]
}
