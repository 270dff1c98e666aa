import Districts
import Foundation

/// Reads `plan.json`, given as the file or as the folder that holds it.
public func readPlan(at path: String) throws(DistrictProblems) -> Plan {
  try readDocument(at: path, name: "plan.json", schema: Plan.schemaName)
}

/// Reads `bounds.json`, given as the file or as the folder that holds it.
public func readBounds(at path: String) throws(DistrictProblems) -> BoundsFile {
  try readDocument(at: path, name: "bounds.json", schema: BoundsFile.schemaName)
}

/// Reads `run.json`, given as the file or as the folder that holds it.
public func readRun(at path: String) throws(DistrictProblems) -> RunRecord {
  try readDocument(at: path, name: "run.json", schema: RunRecord.schemaName)
}

private struct SchemaKey: Decodable { var schema: String }

private func readDocument<Document: Decodable>(
  at path: String, name: String, schema: String
) throws(DistrictProblems) -> Document {
  let file = entryNames(of: path) == nil ? path : path + "/" + name
  func failure(_ code: ProblemCode, _ values: [String: String] = [:]) -> DistrictProblems {
    DistrictProblems(problems: [Problem(code, file: file, values: values)])
  }
  let bytes: [UInt8]
  do {
    bytes = try fileBytes(file, followLinks: true)
  } catch {
    switch error {
    case .missing: throw failure(.noSuchFile)
    case .notRegular: throw failure(.notARegularFile)
    case .tooLarge: throw failure(.fileTooLarge, ["most": "64 MiB"])
    case .system(let reason): throw failure(.unreadable, ["reason": reason])
    }
  }
  do {
    let data = Data(bytes)
    let named = try JSONDecoder().decode(SchemaKey.self, from: data).schema
    guard named == schema else { throw failure(.unsupportedSchema, ["value": named, "expected": schema]) }
    return try JSONDecoder().decode(Document.self, from: data)
  } catch let problems as DistrictProblems {
    throw problems
  } catch let error as DecodingError {
    throw explained(error, failure)
  } catch {
    throw failure(.notJSON, ["value": "\(error)"])
  }
}

private func explained(
  _ error: DecodingError, _ failure: (ProblemCode, [String: String]) -> DistrictProblems
) -> DistrictProblems {
  func wrong(_ context: DecodingError.Context, _ last: (any CodingKey)? = nil, _ reason: String) -> DistrictProblems {
    failure(.wrongField, ["value": fieldPath(context.codingPath + [last].compactMap { $0 }), "reason": reason])
  }
  switch error {
  case .keyNotFound(let key, let context): return wrong(context, key, "@plan.field.missing")
  case .valueNotFound(_, let context): return wrong(context, nil, "@plan.field.missing")
  case .typeMismatch(_, let context): return wrong(context, nil, "@plan.field.type")
  case .dataCorrupted(let context) where !context.codingPath.isEmpty: return wrong(context, nil, "@plan.field.value")
  case .dataCorrupted(let context): return failure(.notJSON, ["value": context.debugDescription])
  @unknown default: return failure(.notJSON, ["value": "\(error)"])
  }
}

/// `roster.duties[3].from`
private func fieldPath(_ path: [any CodingKey]) -> String {
  var text = ""
  for key in path {
    if let index = key.intValue {
      text += "[\(index)]"
    } else {
      text += (text.isEmpty ? "" : ".") + key.stringValue
    }
  }
  return text.isEmpty ? "." : text
}
