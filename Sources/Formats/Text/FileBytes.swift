import Glibc

enum FileLimit {
  static let bytes = 64 << 20
  /// Settings are a page; a parser of general YAML need not be fed more.
  static let yamlBytes = 1 << 20
  static let rows = 2_000_000
  static let columns = 64
  static let fieldBytes = 4096
}

/// Why a file could not be read.
enum FileFailure: Error, Equatable {
  case missing, notRegular, tooLarge
  case system(String)
}

/// The bytes of a regular file. Links are refused: what a district says is what its folder holds.
func fileBytes(_ path: String, followLinks: Bool = false, limit: Int = FileLimit.bytes) throws(FileFailure) -> [UInt8] {
  // O_NONBLOCK: opening a pipe must not wait for its writer.
  let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | (followLinks ? 0 : O_NOFOLLOW))
  guard descriptor >= 0 else {
    switch errno {
    case ENOENT, ENOTDIR: throw .missing
    case ELOOP: throw .notRegular
    default: throw .system(String(cString: strerror(errno)))
    }
  }
  defer { close(descriptor) }
  var status = stat()
  guard fstat(descriptor, &status) == 0 else { throw .system(String(cString: strerror(errno))) }
  guard status.st_mode & S_IFMT == S_IFREG else { throw .notRegular }
  guard status.st_size <= limit else { throw .tooLarge }
  var failure: FileFailure?
  // One byte more than expected, so that a file that grows meanwhile is noticed.
  let bytes = [UInt8](unsafeUninitializedCapacity: Int(status.st_size) + 1) { buffer, filled in
    while filled < buffer.count {
      let got = read(descriptor, buffer.baseAddress.map { $0 + filled }, buffer.count - filled)
      if got < 0 && errno == EINTR { continue }
      if got < 0 { failure = .system(String(cString: strerror(errno))) }
      if got <= 0 { break }
      filled += got
    }
  }
  if let failure { throw failure }
  guard bytes.count <= status.st_size else { throw .system("it changes while it is read") }
  return bytes
}
