extension Catalogue {
  static let commands: [Phrase] = []
}
