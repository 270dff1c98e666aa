import Foundation

/// What the runs were made on.
struct Machine: Encodable, Sendable {
  var processor: String
  var cores: Int
  var memoryGigabytes: Double
  var system: String

  enum CodingKeys: String, CodingKey {
    case processor, cores
    case memoryGigabytes = "memory_gigabytes"
    case system
  }

  static var this: Machine {
    let information = ProcessInfo.processInfo
    let described = (try? String(contentsOfFile: "/proc/cpuinfo", encoding: .utf8)) ?? ""
    let model = described.split(separator: "\n").first { $0.hasPrefix("model name") }?.split(separator: ":").last
    return Machine(
      processor: model.map { $0.trimmingCharacters(in: .whitespaces) } ?? "–", cores: information.processorCount,
      memoryGigabytes: (Double(information.physicalMemory) / 1e8).rounded() / 10,
      system: information.operatingSystemVersionString)
  }
}
