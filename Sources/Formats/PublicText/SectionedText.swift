/// A text in sections, each under a line with its name.
struct SectionedText<Section: RawRepresentable & CaseIterable & Hashable & Sendable> where Section.RawValue == String {
  private var found: [Section: [TextLine]] = [:]
  private let file: String
  private let log: ProblemLog

  /// Unknown and repeated sections, and lines before the first one, go to the log.
  init(_ bytes: [UInt8], sections: Section.Type, file: String, log: ProblemLog) {
    self.file = file
    self.log = log
    let reader = LineReader(file: file, log: log)
    var current: Section?
    var firstLine: [Section: Int] = [:]
    var isInStrange = false
    for line in linesThatSaySomething(bytes) {
      reader.line = line.number
      guard line.text.hasPrefix("SECTION_") else {
        if let current { found[current, default: []].append(line) }
        if current == nil, !isInStrange { reader.complain(.lineBeforeSection, ["value": line.text]) }
        continue
      }
      current = Section(rawValue: line.text)
      isInStrange = current == nil
      guard let section = current else {
        reader.complain(
          .unknownSection, ["value": line.text],
          nearest: nearestName(to: line.text, among: Section.allCases.map(\.rawValue)))
        continue
      }
      if let first = firstLine[section] {
        reader.complain(.repeatedSection, ["value": line.text, "line": String(first)])
      } else {
        firstLine[section] = line.number
        found[section] = []
      }
    }
  }

  /// The lines of a section; a missing one goes to the log where it is needed, an empty one too.
  func lines(of section: Section, isNeeded: Bool = true) -> [TextLine] {
    let lines = found[section] ?? []
    if lines.isEmpty, isNeeded {
      log.add(Problem(.missingSection, file: file, values: ["value": section.rawValue]))
    }
    return lines
  }
}
