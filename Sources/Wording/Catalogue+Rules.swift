extension Catalogue {
  static let rules: [Phrase] = []
}
