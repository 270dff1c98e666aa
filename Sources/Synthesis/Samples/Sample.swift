import Districts

/// The sample districts of `Instances/`, each a preset of the generator.
public enum Sample: String, CaseIterable, Sendable {
  case taihua, junyi

  /// The canonical files of the sample: the same bytes every time.
  public var files: [DistrictFile] { district.canonicalFiles() }

  var district: District {
    switch self {
    case .taihua: Sample.drawTaihua()
    case .junyi: Sample.drawJunyi()
    }
  }

  public var seed: UInt64 {
    switch self {
    case .taihua: 12
    case .junyi: 388
    }
  }
}
