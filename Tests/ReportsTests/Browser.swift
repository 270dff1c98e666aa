import Foundation

/// A headless Chromium, where the machine has one (Debian's package `chromium`).
enum Browser {
  static let path = ["chromium", "chromium-browser", "google-chrome"]
    .flatMap { name in ["/usr/bin/", "/usr/local/bin/"].map { $0 + name } }
    .first { FileManager.default.isExecutableFile(atPath: $0) }

  /// The text that `answer`, an expression of the page's own scripts, has a moment after the page was loaded and
  /// `action` was done; `faults` there lists the errors that scripts made.
  static func ask(_ page: String, width: Int = 1200, action: String = "", answer: String) throws -> String? {
    let probe = """
      <script>
      var faults = [];
      addEventListener("error", function (event) { faults.push(event.message || event.target.src); }, true);
      addEventListener("load", function () {
        \(action);
        setTimeout(function () {
          var answer = String(\(answer));
          document.documentElement.innerHTML = "<pre></pre>";
          document.querySelector("pre").textContent = answer;
        }, 200);
      });
      </script>
      """
    let probed = page.replacingOccurrences(of: "</title>", with: "</title>" + probe)
    let text = try run(probed, ["--window-size=\(width),900", "--virtual-time-budget=5000", "--dump-dom"]).output
    guard let from = text.range(of: "<pre>"), let to = text.range(of: "</pre>") else { return nil }
    return String(text[from.upperBound..<to.lowerBound])
  }

  /// The pages of paper that a page is printed on.
  static func printedPages(of page: String) throws -> Int {
    let printed = try run(page, ["--no-pdf-header-footer", "--print-to-pdf=page.pdf"], reading: "page.pdf").file
    return String(decoding: printed, as: UTF8.self).components(separatedBy: "/Type /Page\n").count - 1
  }

  private static func run(
    _ page: String, _ arguments: [String], reading name: String? = nil
  ) throws -> (output: String, file: Data) {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("lastmetre-" + UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let (source, output) = (folder.appendingPathComponent("page.html"), folder.appendingPathComponent("output"))
    try Data(page.utf8).write(to: source)
    try Data().write(to: output)
    let process = Process()
    process.executableURL = path.map { URL(fileURLWithPath: $0) }
    process.currentDirectoryURL = folder
    process.arguments =
      ["--headless", "--no-sandbox", "--disable-gpu", "--user-data-dir=\(folder.path)/profile"] + arguments
      + [source.absoluteString]
    process.standardOutput = try FileHandle(forWritingTo: output)
    process.standardError = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    let file = try name.map { try Data(contentsOf: folder.appendingPathComponent($0)) } ?? Data()
    return (try String(contentsOf: output, encoding: .utf8), file)
  }
}
