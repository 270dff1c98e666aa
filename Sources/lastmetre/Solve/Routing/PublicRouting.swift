import FormatChecks
import Formats
import Routing

/// A public routing instance with its judge, which reads the file's text for itself.
struct PublicRouting: Sendable {
  let instance: RoutingInstance
  let check: RoutingCheck

  /// What is wrong with the file ends the command.
  init(_ path: String, rounding: RoutingRounding?) throws {
    do {
      instance = try readRoutingInstance(at: path, rounding: rounding)
    } catch {
      throw failed(error)
    }
    let text = try readText(path)
    let same = RoutingCheck.Rounding(rawValue: instance.rounding.rawValue)
    check = try reportingErrors { try RoutingCheck(instance: text, rounding: same) }
  }

  func solution(at path: String) throws -> RoutingSolution {
    do { return try readRoutingSolution(at: path, of: instance) } catch { throw failed(error) }
  }
}
