extension Catalogue {
  static let progress: [Phrase] = []
}
