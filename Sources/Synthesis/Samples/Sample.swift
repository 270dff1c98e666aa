import Districts

/// The sample districts, each a preset of the generator.
public enum Sample: String, CaseIterable, Sendable {
  case taihua, junyi, rongqiao, xiangyang
  case shaanxiCoal = "shaanxi-coal"
  case shortHanded = "short-handed"
  case nightIll = "night-ill"
  case frozenConflict = "frozen-conflict"
  case yaoduSupply = "yaodu-supply"

  /// The canonical files of the sample: the same bytes every time.
  public var files: [DistrictFile] { district.canonicalFiles() }

  /// Whether its files lie in `Instances/`; a district of the largest size is only drawn.
  public var isCommitted: Bool { self != .yaoduSupply }

  public var seed: UInt64 {
    switch self {
    case .taihua: 12
    case .junyi: 388
    case .rongqiao: 6777
    case .xiangyang: 1380
    case .shaanxiCoal: 310
    case .shortHanded: 1
    case .nightIll: 2
    case .frozenConflict: 3
    case .yaoduSupply: 6520
    }
  }

  var district: District {
    switch self {
    case .taihua: Sample.drawTaihua()
    case .junyi: Sample.drawJunyi()
    case .rongqiao: Sample.drawRongqiao()
    case .xiangyang: Sample.drawXiangyang()
    case .shaanxiCoal: Sample.drawShaanxiCoal()
    case .shortHanded: Sample.drawShortHanded()
    case .nightIll: Sample.drawNightIll()
    case .frozenConflict: Sample.drawFrozenConflict()
    case .yaoduSupply: Sample.drawYaoduSupply()
    }
  }
}
