import Districts
import Formats

extension DistrictChanger {
  mutating func close(_ name: ObjectName) {
    guard let object = find(name, among: [.point, .site, .depot, .vehicle]) else { return }
    switch object.kind {
    case .point: closePoint(object.id)
    case .site: closeSite(object.id)
    case .depot: closeDepot(object.id)
    default: closeVehicle(object.id)
    }
  }

  /// The row goes, and what names it; the last point stays and takes nobody, since without points nothing would be
  /// handed out, and nobody missed.
  private mutating func closePoint(_ id: String) {
    var points = sheet(.points)
    guard let row = points.indices.first(where: { points[$0, "id"] == id }) else { return }
    let isLast = points.indices.count == 1
    removePins(isAll: !isLast) { sheet, row in
      let object = sheet[row, "object"]
      return sheet[row, "kind"] == "batch" ? object.hasPrefix(id + "@") : object.hasPrefix(id + "/distribution/open/")
    }
    if isLast {
      points.set(row, "crowd_limit", "0")
    } else {
      points.remove([row])
      clearLedger(of: id)
      removeTravel(of: id)
    }
    keep(points)
  }

  /// The row goes, and what names it; the last vehicle stays and takes nothing on board, for the same reason.
  private mutating func closeVehicle(_ id: String) {
    var vehicles = sheet(.vehicles)
    guard let row = vehicles.indices.first(where: { vehicles[$0, "id"] == id }) else { return }
    let isLast = vehicles.indices.count == 1
    removePins(isAll: !isLast) { sheet, row in
      sheet[row, "kind"] == "route" ? sheet[row, "subject"] == id : sheet[row, "object"].hasPrefix(id + "/crew/run/")
    }
    if isLast {
      vehicles.set(row, "capacity_packs", "0")
      vehicles.set(row, "loaders", "")
    } else {
      vehicles.remove([row])
      // A place may bear the same id; then the ledger's rows are still about something.
      let places = [DistrictTable.sites, .points, .depots].flatMap { sheet($0).values(of: "id") }
      if !places.contains(id) { clearLedger(of: id) }
    }
    keep(vehicles)
  }

  /// Nobody serves there and nothing is brought there; the row stays, since others may lead past it.
  private mutating func closeSite(_ id: String) {
    var posts = sheet(.posts)
    let gone = posts.indices.filter { posts[$0, "site"] == id }
    let duties = Set(gone.map { posts.name(of: $0) + "/" })
    posts.remove(gone)
    var orders = sheet(.orders)
    let cancelled = orders.indices.filter { orders[$0, "site"] == id }
    let needs = Set(sheet(.needs).values(of: "id"))
    let names = Set(cancelled.map { orders[$0, "id"] }).subtracting(needs)
    orders.remove(cancelled)
    keep(posts)
    keep(orders)
    removePins(isAll: true) { pins, row in
      let object = pins[row, "object"]
      return pins[row, "kind"] == "roster"
        ? duties.contains { object.hasPrefix($0) } : pins[row, "kind"] == "route" && names.contains(object)
    }
  }

  /// Nothing can be loaded there; vehicles still begin and end there.
  private mutating func closeDepot(_ id: String) {
    var stock = sheet(.stock)
    for row in stock.indices where stock[row, "depot"] == id { stock.set(row, "packs", "0") }
    keep(stock)
  }

  /// The ledger's rows stay: the hours were worked, wherever that was.
  private mutating func clearLedger(of id: String) {
    var ledger = sheet(.ledger)
    for row in ledger.indices where ledger[row, "site"] == id { ledger.set(row, "site", "") }
    keep(ledger)
  }

  private mutating func removeTravel(of id: String) {
    var travel = sheet(.travel)
    travel.remove(travel.indices.filter { travel[$0, "from"] == id || travel[$0, "to"] == id })
    keep(travel)
  }
}
