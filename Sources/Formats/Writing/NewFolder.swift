import Glibc

/// A folder to be made inside a new one, or that one itself where the name is empty.
public struct NewFolder: Sendable {
  public var name: String
  public var files: [OutputFile]
  public init(name: String, files: [OutputFile]) {
    self.name = name
    self.files = files
  }
}

/// Makes `path` with all its folders at once: they are written beside it, then it gets its name. False where there is
/// something already that is not an empty folder.
public func writeNewFolder(_ path: String, _ folders: [NewFolder]) throws(DistrictProblems) -> Bool {
  var target = path
  while target.count > 1, target.hasSuffix("/") { target.removeLast() }
  var status = stat()
  let isThere = lstat(target, &status) == 0
  if isThere, entryNames(of: target)?.isEmpty != true { return false }
  let slash = target.lastIndex(of: "/")
  let parent = slash.map { String(target[..<$0]) + "/" } ?? ""
  let name = slash.map { String(target[target.index(after: $0)...]) } ?? target
  let staging = parent + ".\(name).\(getpid()).part"
  defer { remove(staging, folders) }
  try writeAtomically([OutputFile(name: marker, bytes: [])], into: staging)
  for folder in folders {
    try writeAtomically(folder.files, into: folder.name.isEmpty ? staging : staging + "/" + folder.name)
  }
  unlink(staging + "/" + marker)
  guard rename(staging, target) == 0 else {
    throw DistrictProblems(
      problems: [Problem(.cannotWrite, file: target, values: ["reason": String(cString: strerror(errno))])])
  }
  return true
}

/// Makes the folder come into being even where it holds nothing.
private let marker = ".new"

/// Takes back what was written, where it did not get its name.
private func remove(_ staging: String, _ folders: [NewFolder]) {
  for folder in folders {
    let place = folder.name.isEmpty ? staging : staging + "/" + folder.name
    for file in folder.files { unlink(place + "/" + file.name) }
    rmdir(place)
  }
  unlink(staging + "/" + marker)
  rmdir(staging)
}
