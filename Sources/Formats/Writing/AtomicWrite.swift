import Glibc

/// A file to be written: its name inside the folder, and its bytes.
public struct OutputFile: Sendable {
  public var name: String
  public var bytes: [UInt8]
  public init(name: String, bytes: [UInt8]) {
    self.name = name
    self.bytes = bytes
  }
  public init(name: String, text: String) { self.init(name: name, bytes: Array(text.utf8)) }
}

/// Writes the files into `folder`, which is made where it is missing.
///
/// All are written beside their targets and synced before the first is renamed, so that a full disk or a crash leaves
/// whole files, old or new. The problem thrown is `cannotWrite`: exit code 73.
public func writeAtomically(_ files: [OutputFile], into folder: String) throws(DistrictProblems) {
  guard !files.isEmpty else { return }
  try makeFolder(folder)
  var written: [(temporary: String, target: String)] = []
  defer { for pair in written { unlink(pair.temporary) } }
  for file in files {
    guard !file.name.isEmpty, !file.name.contains("/"), !file.name.contains("\0") else {
      throw cannotWrite(file.name, "a name without slashes is needed")
    }
    let target = folder + "/" + file.name
    let temporary = folder + "/.\(file.name).\(getpid()).part"
    written.append((temporary, target))
    if let reason = writeAll(file.bytes, to: temporary) { throw cannotWrite(target, reason) }
  }
  for pair in written where rename(pair.temporary, pair.target) != 0 {
    throw cannotWrite(pair.target, systemReason())
  }
  // The names themselves are safe only when the folder is.
  let descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
  guard descriptor >= 0 else { throw cannotWrite(folder, systemReason()) }
  defer { close(descriptor) }
  if fsync(descriptor) != 0, errno != EINVAL { throw cannotWrite(folder, systemReason()) }
}

/// The reason where it fails.
private func writeAll(_ bytes: [UInt8], to path: String) -> String? {
  // A part left over by a process that died is in nobody's way.
  unlink(path)
  let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o644)
  guard descriptor >= 0 else { return systemReason() }
  var position = 0
  while position < bytes.count {
    let count = bytes.withUnsafeBytes { buffer in
      write(descriptor, buffer.baseAddress.map { $0 + position }, buffer.count - position)
    }
    if count < 0 && errno == EINTR { continue }
    guard count > 0 else {
      let reason = systemReason()
      close(descriptor)
      return reason
    }
    position += count
  }
  guard fsync(descriptor) == 0 else {
    let reason = systemReason()
    close(descriptor)
    return reason
  }
  return close(descriptor) == 0 ? nil : systemReason()
}

/// Makes the folder and those above it.
private func makeFolder(_ folder: String) throws(DistrictProblems) {
  var path = folder.hasPrefix("/") ? "/" : ""
  for part in folder.split(separator: "/") {
    path += path.isEmpty || path == "/" ? String(part) : "/" + part
    if mkdir(path, 0o755) != 0, errno != EEXIST { throw cannotWrite(path, systemReason()) }
  }
  var status = stat()
  guard stat(folder, &status) == 0 else { throw cannotWrite(folder, systemReason()) }
  guard status.st_mode & S_IFMT == S_IFDIR else { throw cannotWrite(folder, String(cString: strerror(ENOTDIR))) }
}

private func systemReason() -> String { String(cString: strerror(errno)) }

private func cannotWrite(_ path: String, _ reason: String) -> DistrictProblems {
  DistrictProblems(problems: [Problem(.cannotWrite, file: path, values: ["reason": reason])])
}

extension DistrictProblems {
  /// Nothing was wrong with the input, but the output could not be written: exit code 73.
  public var isCannotWrite: Bool { problems.contains { $0.code == .cannotWrite } }
}
