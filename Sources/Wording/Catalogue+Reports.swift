extension Catalogue {
  static let reports: [Phrase] = []
}
