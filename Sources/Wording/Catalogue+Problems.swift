extension Catalogue {
  static let problems: [Phrase] = []
}
