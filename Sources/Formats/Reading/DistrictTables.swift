import Districts

/// All tables of a folder as their rows stand, before anything is put together.
struct DistrictTables {
  var cadres: ReadTable<Located<Cadre>>
  var availability: ReadTable<Timed<AvailabilityRow>>
  var ledger: ReadTable<Timed<LedgerRow>>
  var compounds: ReadTable<Located<Compound>>
  var buildings: ReadTable<Located<BuildingDraft>>
  var needs: ReadTable<Need>
  var sites: ReadTable<Located<Site>>
  var posts: ReadTable<PostDraft>
  var points: ReadTable<Located<DistributionPoint>>
  var depots: ReadTable<Located<Depot>>
  var goods: ReadTable<Good>
  var stock: ReadTable<StockRow>
  var kit: ReadTable<KitRow>
  var onHand: ReadTable<OnHandRow>
  var orders: ReadTable<OrderDraft>
  var vehicles: ReadTable<VehicleDraft>
  var pins: ReadTable<PinDraft>
  var travel: ReadTable<TravelRow>

  /// Reads every table that the folder has; only cadres.csv must be there.
  init(_ source: inout DistrictSource, _ calendar: LocalCalendar) {
    func table<Row>(_ table: Table<Row>, required: Bool = false) -> ReadTable<Row> {
      let before = source.log.count
      guard let text = source.text(table.file, required: required) else {
        var absent = ReadTable<Row>(file: table.file)
        // A file that is there but cannot be read has been complained about; its ids are not missing as well.
        absent.isUnreadable = source.log.count > before
        return absent
      }
      return read(table, text: text, log: source.log, calendar: calendar)
    }
    cadres = table(Tables.cadres, required: true)
    availability = table(Tables.availability)
    ledger = table(Tables.ledger)
    compounds = table(Tables.compounds)
    buildings = table(Tables.buildings)
    needs = table(Tables.needs)
    sites = table(Tables.sites)
    posts = table(Tables.posts)
    points = table(Tables.points)
    depots = table(Tables.depots)
    goods = table(Tables.goods)
    stock = table(Tables.stock)
    kit = table(Tables.kit)
    onHand = table(Tables.onHand)
    orders = table(Tables.orders)
    vehicles = table(Tables.vehicles)
    pins = table(Tables.pins)
    travel = table(Tables.travel)
  }
}
