import Routing

/// Where the nodes are.
extension VRPLIBReader {
  func travel() -> Travel? {
    let header = text.headers[.edgeWeightType]
    reader.line = header?.line ?? 0
    switch header?.value {
    case "EUC_2D": return points()
    case "EXPLICIT": return matrix()
    default:
      reader.complain(
        .notAChoice, ["value": header?.value ?? "", "choices": "EUC_2D, EXPLICIT"], column: "EDGE_WEIGHT_TYPE")
      return nil
    }
  }

  private func points() -> Travel? {
    guard text.sections[.coordinates] != nil else {
      reader.line = 0
      reader.complain(.missingSection, ["value": VRPLIBSection.coordinates.rawValue])
      return nil
    }
    var points = Array(repeating: Travel.Point(x: 0, y: 0), count: count)
    for row in rows(.coordinates, count: count, values: 2...2, shape: "1 30.5 40") {
      reader.line = row.line
      guard let x = lines.decimal(row.values[0], in: RoutingLimit.coordinate, column: "x"),
        let y = lines.decimal(row.values[1], in: RoutingLimit.coordinate, column: "y")
      else { continue }
      points[row.number - 1] = Travel.Point(x: x, y: y)
    }
    return Travel(points: points, rounding: rounding.travel)
  }

  /// `FULL_MATRIX`: count × count numbers; `LOWER_ROW`: the part left of the diagonal, row by row.
  private func matrix() -> Travel? {
    guard let section = text.sections[.weights], let form = text.headers[.edgeWeightFormat] else {
      reader.line = 0
      let missing = text.headers[.edgeWeightFormat] == nil ? "EDGE_WEIGHT_FORMAT" : VRPLIBSection.weights.rawValue
      reader.complain(.missingSection, ["value": missing])
      return nil
    }
    reader.line = form.line
    guard form.value == "FULL_MATRIX" || form.value == "LOWER_ROW" else {
      reader.complain(
        .notAChoice, ["value": form.value, "choices": "FULL_MATRIX, LOWER_ROW"], column: "EDGE_WEIGHT_FORMAT")
      return nil
    }
    guard count <= RoutingLimit.matrix else {
      reader.complain(.tooLargeToSolve, ["value": String(count), "most": String(RoutingLimit.matrix)])
      return nil
    }
    var numbers: [Int32] = []
    for line in section.lines {
      reader.line = line.number
      for word in line.words {
        if let value = lines.decimal(word, in: RoutingLimit.length, column: "weight") {
          numbers.append(Int32(rounding.whole(value)))
        }
      }
    }
    let isFull = form.value == "FULL_MATRIX"
    let expected = isFull ? count * count : count * (count - 1) / 2
    reader.line = section.line
    guard numbers.count == expected else {
      reader.complain(.countDisagrees, ["value": String(expected), "count": String(numbers.count)])
      return nil
    }
    if isFull { return Travel(count: count, distances: numbers) }
    var cells = [Int32](repeating: 0, count: count * count)
    var next = 0
    for row in 0..<count {
      for column in 0..<row {
        cells[row * count + column] = numbers[next]
        cells[column * count + row] = numbers[next]
        next += 1
      }
    }
    return Travel(count: count, distances: cells)
  }

  /// With backhauls: whoever gives is visited after all who get, and no route begins with such a one. A matrix in
  /// which no way leads from a depot to a backhaul, nor from a backhaul to one who gets. O(nodes²).
  func separated(_ travel: Travel, _ values: NodeValues) -> Travel {
    let (isDepot, isBackhaul) = (Set(depots), values.isBackhaul)
    var cells = [Int32](repeating: 0, count: count * count)
    for from in 0..<count {
      for to in 0..<count {
        let isForbidden =
          isBackhaul[to] ? isDepot.contains(from) : isBackhaul[from] && !isDepot.contains(to)
        cells[from * count + to] = isForbidden ? Travel.unreachable : Int32(travel.distance(from, to))
      }
    }
    return Travel(count: count, distances: cells)
  }
}
