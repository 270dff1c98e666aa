import Districts

extension CarryCase {
  /// On board never more than the cart takes, never less than nothing of any good, and nothing at the end; amount in
  /// packs, of the worst step of a team.
  func checkCartCapacity() -> [Violation] { plan.teams.indices.flatMap(checkCart) }

  private func checkCart(_ t: Int) -> [Violation] {
    var onBoard = raw.district.goods.map { _ in 0 }
    var (most, lacking) = (0, 0)
    for stop in stops[t] {
      onBoard = zip(onBoard, stop.packs).map { stop.step.type == .load ? $0 +| $1 : $0 -| $1 }
      most = max(most, onBoard.map { max(0, $0) }.saturatedSum)
      lacking = max(lacking, onBoard.map { max(0, 0 -| $0) }.saturatedSum)
    }
    let (cart, left) = (raw.district.carrying.cartPacks, onBoard.map { max(0, $0) }.saturatedSum)
    var found: [Violation] = []
    if most > cart {
      found.append(violation(.cartCapacity, name(t), most -| cart, "\(most) packs on board, the cart takes \(cart)"))
    }
    if lacking > 0 {
      found.append(violation(.cartCapacity, name(t), lacking, "\(lacking) packs are given that are not on board"))
    }
    if left > 0 { found.append(violation(.cartCapacity, name(t), left, "\(left) packs are still on board at the end")) }
    return found
  }
}
