import Foundation

/// Keeps this process, and those that it begins, on the last core it may use, so that runs of one thread share nothing
/// with whatever has the other cores. Where `/proc` or `taskset` is missing nothing happens.
func stayOnOneCore() {
  let status = (try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)) ?? ""
  // `Cpus_allowed_list:	0-1,4`
  guard let allowed = status.split(separator: "\n").first(where: { $0.hasPrefix("Cpus_allowed_list:") }),
    let core = allowed.split(whereSeparator: { !$0.isNumber }).last
  else { return }
  let taskset = Process()
  taskset.executableURL = URL(fileURLWithPath: "/usr/bin/taskset")
  taskset.arguments = ["-a", "-c", "-p", String(core), String(ProcessInfo.processInfo.processIdentifier)]
  taskset.standardOutput = FileHandle.nullDevice
  taskset.standardError = FileHandle.nullDevice
  guard (try? taskset.run()) != nil else { return }
  taskset.waitUntilExit()
}
