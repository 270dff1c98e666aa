import Districts

extension RosterCase {
  /// One point a started 500 foot metres beyond 1,000, at most 20.
  func nearHome(_ p: Int, _ d: Int) -> Int {
    let place = Spot(ids: [duties[d].site.text], coordinate: duties[d].coordinate)
    guard let way = raw.way(raw.home(of: cadre(p)), place, .foot) else { return 0 }
    return raw.district.rules.nearHome.weight *| min(20, (way.metres -| 1000).sharedUp(by: 500))
  }

  var nearHomeAmount: Int {
    held.indices.map { p in held[p].map { nearHome(p, $0) }.saturatedSum }.saturatedSum
  }
}
