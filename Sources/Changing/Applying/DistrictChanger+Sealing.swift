import Formats

extension DistrictChanger {
  mutating func seal(_ name: ObjectName) {
    guard let object = find(name, among: [.building, .compound]) else { return }
    if object.kind == .compound {
      setStatus("sealed", of: object.id, in: .compounds)
      // Buildings that say nothing of their own are as the compound is.
      for building in buildings(of: object.id, saying: { !["", "sealed"].contains($0) }) {
        setStatus("sealed", of: building, in: .buildings)
      }
    } else if status(ofBuilding: object.id) != "sealed" {
      setStatus("sealed", of: object.id, in: .buildings)
    }
  }

  mutating func unseal(_ name: ObjectName) {
    guard let object = find(name, among: [.building, .compound]) else { return }
    if object.kind == .compound {
      // What is sealed on its own stays so when its compound opens.
      if cell("status", of: object.id, in: .compounds) == "sealed" {
        setStatus("", of: object.id, in: .compounds)
      } else {
        for building in buildings(of: object.id, saying: { $0 == "sealed" }) {
          setStatus("", of: building, in: .buildings)
        }
      }
    } else if status(ofBuilding: object.id) == "sealed" {
      let compound = cell("compound", of: object.id, in: .buildings)
      let isInherited = cell("status", of: compound, in: .compounds) == "sealed"
      setStatus(isInherited ? "open" : "", of: object.id, in: .buildings)
    }
  }

  /// The building's own status, else the compound's.
  private func status(ofBuilding id: String) -> String {
    let own = cell("status", of: id, in: .buildings)
    return own.isEmpty ? cell("status", of: cell("compound", of: id, in: .buildings), in: .compounds) : own
  }

  private func cell(_ column: String, of id: String, in table: DistrictTable) -> String {
    let sheet = sheet(table)
    return sheet.indices.first { sheet[$0, "id"] == id }.map { sheet[$0, column] } ?? ""
  }

  private func buildings(of compound: String, saying isMeant: (String) -> Bool) -> [String] {
    let sheet = sheet(.buildings)
    return sheet.indices.filter { sheet[$0, "compound"] == compound && isMeant(sheet[$0, "status"]) }
      .map { sheet[$0, "id"] }
  }

  private mutating func setStatus(_ status: String, of id: String, in table: DistrictTable) {
    var sheet = sheet(table)
    for row in sheet.indices where sheet[row, "id"] == id { sheet.set(row, "status", status) }
    keep(sheet)
  }
}
