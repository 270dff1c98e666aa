import Crypto

/// The files of one district: read once, turned into UTF-8, and kept for the digest.
struct DistrictSource {
  let log: ProblemLog
  private let load: (String) throws(FileFailure) -> [UInt8]
  private var contents: [String: [UInt8]] = [:]

  init(log: ProblemLog, load: @escaping (String) throws(FileFailure) -> [UInt8]) {
    self.log = log
    self.load = load
  }

  /// The text of a file as UTF-8; nil where it is missing or cannot be read, which is then in the log.
  mutating func text(_ name: String, required: Bool = false) -> [UInt8]? {
    do {
      let bytes = try load(name)
      contents[name] = bytes
      if name == settingsFile, bytes.count > FileLimit.yamlBytes { throw FileFailure.tooLarge }
      let (text, encoding) = try decoded(bytes)
      if encoding == .gb18030 { log.add(Notice(.convertedEncoding, values: ["file": name])) }
      return text
    } catch let failure as FileFailure {
      if failure != .missing || required { log.add(problem(of: failure, in: name)) }
    } catch DecodingFailure.notText(let line) {
      log.add(Problem(.badEncoding, file: name, line: line))
    } catch {
      log.add(Problem(.noConverter, file: name))
    }
    return nil
  }

  private func problem(of failure: FileFailure, in name: String) -> Problem {
    switch failure {
    case .missing: Problem(.missingFile, file: name)
    case .notRegular: Problem(.notARegularFile, file: name)
    case .tooLarge:
      Problem(.fileTooLarge, file: name, values: ["most": name == settingsFile ? "1 MiB" : "64 MiB"])
    case .system(let reason): Problem(.unreadable, file: name, values: ["reason": reason])
    }
  }

  /// SHA-256 over the files in name order, each as name, NUL, length, NUL, bytes.
  func digest() -> String {
    var hash = SHA256()
    for name in recognisedFiles {
      guard let bytes = contents[name] else { continue }
      hash.update(data: Array(name.utf8) + [0] + Array(String(bytes.count).utf8) + [0])
      hash.update(data: bytes)
    }
    return hexadecimal(hash.finalize())
  }
}

/// SHA-256 of the text's UTF-8 bytes, as 64 hexadecimal digits.
public func sha256Hex(_ text: String) -> String { hexadecimal(SHA256.hash(data: Array(text.utf8))) }

private func hexadecimal(_ digest: SHA256.Digest) -> String {
  let digits = Array("0123456789abcdef".utf8)
  var text: [UInt8] = []
  for byte in digest { text += [digits[Int(byte >> 4)], digits[Int(byte & 15)]] }
  return String(decoding: text, as: UTF8.self)
}
