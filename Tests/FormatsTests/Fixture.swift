import Foundation
import Testing
import Units
import Wording

@testable import Formats

/// A folder under the system's temporary directory that is gone when the value is.
final class TemporaryFolder {
  let path: String
  init() throws {
    path = NSTemporaryDirectory() + "lastmetre-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }
  deinit { try? FileManager.default.removeItem(atPath: path) }

  func write(_ name: String, _ bytes: [UInt8]) throws {
    try Data(bytes).write(to: URL(fileURLWithPath: path + "/" + name))
  }
  func bytes(_ name: String) throws -> [UInt8] {
    [UInt8](try Data(contentsOf: URL(fileURLWithPath: path + "/" + name)))
  }
}

/// A good small district: three people with a buddy pair, one point, one depot, every table in use.
enum Fixture {
  static let files: [String: String] = [
    "district.yaml": """
    format: lastmetre/district/1
    name: 样例小区
    time_zone: Asia/Shanghai
    plan: { date: 2022-01-01, days: 2 }
    service_day_start: "05:00"
    coordinates: wgs84
    default_availability: never
    night: { from: "22:00", to: "06:00", at_least_minutes: 120 }
    holidays: [2022-01-01]
    shifts:
      day: { name: 白班, from: "08:00", to: "16:00" }
      evening: { name: 晚班, from: "16:00", to: "22:00" }
      night: { name: 夜班, from: "22:00", to: "06:00" }
    travel:
      foot: { metres_per_hour: 4500, detour_percent: 130 }
    distribution: { slot_minutes: 20, reserve_percent: 3, elder_walk_factor: 2 }
    helpers: { least: 3, most: 5 }
    rules:
      minimumRest: { minutes: 660 }
      fairHours: { weight: 0 }
      rotation: { cycle: [A, B], from: 2022-01-01 }

    """,
    "cadres.csv": """
    id,name,kind,sending_unit,phone,skills,lat,lon,home_compound,lead,health,group,buddy,no_night,max_minutes_day,max_minutes_week,note
    C001,周学强,cadre,街道办,19900000001,entry;order,36.0781,111.5129,,yes,fit,A,C002,,600,,
    C002,任梦利,volunteer,街道办,,drive,,,K1,no,watch,B,C001,yes,,2400,"说 ""慢"", 细"
    C003,李伟,medic,医院,,,,,,,,,,,,,

    """,
    "availability.csv": """
    cadre,from,to,days,level
    C001,05:00,06:00+1,*,available
    C002,2022-01-01T06:00,2022-01-02T22:00,,desired
    C003,08:00,16:00,mon;sat,available
    C003,08:00,12:00,2022-01-02,unavailable

    """,
    "ledger.csv": """
    cadre,from,to,kind,site,post,exposure
    C001,2021-12-30T08:00,2021-12-30T16:00,worked,S1,gate,0
    C002,2022-01-01T16:00,2022-01-01T22:00,planned,S1,gate,
    C003,2022-01-05T08:00,2022-01-05T16:00,planned,,,

    """,
    "compounds.csv": """
    id,name,community,lat,lon,property_management,status,weak
    K1,样例小区,五一社区,36.08,111.52,yes,controlled,

    """,
    "buildings.csv": """
    id,compound,name,lat,lon,staircases,floors,lift,households,residents,elderly,status,handover
    B01,K1,1号楼,36.0795,111.5189,3,6,no,35,108,5,,
    B02,K1,2号楼,,,4,6,,47,137,5,sealed,door

    """,
    "needs.csv": """
    id,building,door,kinds,what,good,pharmacy,earliest,latest,priority,helper
    N1,B01,1单元202,alone;ill,medicine,med,D1,2022-01-01T09:00,2022-01-01T12:00,2,C001

    """,
    "sites.csv": """
    id,name,compound,community,lat,lon
    S1,南门,K1,五一社区,36.0792,111.5198
    S2,采样点,K1,五一社区,,

    """,
    "posts.csv": """
    site,post,name,kind,shift,days,seat,skills,kinds,minimum,target,maximum,lead,priority,setup_minutes,cleanup_minutes,handover_minutes,exposure
    S1,gate,小区卡口,checkpoint,evening,*,,,,1,2,3,yes,2,10,,5,
    S1,gate,小区卡口,checkpoint,evening,workday,guide,entry,cadre;volunteer,,1,,yes,3,10,,5,
    S2,test,采样,testing,day,sat;sun,,,medic,0,1,1,,1,,,,2

    """,
    "points.csv": """
    id,compound,name,lat,lon,desks,households_per_desk_hour,open_from,open_to,crowd_limit,staff,staff_per,setup_minutes,cleanup_minutes
    P1,K1,南门广场,36.0792,111.5197,3,60,17:00,20:40,50,cadre:1;volunteer:3,desk,20,

    """,
    "depots.csv": """
    id,name,kind,lat,lon,open_from,open_to,docks,load_fixed_seconds,load_seconds_per_pack
    D1,红星超市,supermarket,36.0916,111.5433,08:00,21:00,2,,3

    """,
    "goods.csv": """
    id,name,kind,grams,litres
    veg,蔬菜包,vegetable,5000,12.5
    med,药品,medicine,200,

    """,
    "stock.csv": """
    depot,good,packs,price,ready
    D1,veg,450,3000,2022-01-01T08:00
    D1,med,10,,

    """,
    "kit.csv": """
    exposure,kind,good,packs,per
    0,checkpoint,med,2,duty
    1,,med,,

    """,
    "onhand.csv": """
    site,good,packs
    S1,med,3

    """,
    "orders.csv": """
    id,building,compound,site,good,packs,asked,due,priority,collect_at
    O1,*,,,veg,1/household,,,,
    O2,B01,,,med,2,2021-12-31T10:00,2022-01-01T18:00,1,
    O3,,,S1,veg,4,,,,D1

    """,
    "vehicles.csv": """
    id,name,depot,end_depot,capacity_packs,capacity_kg,from,to,driver_skills,loaders,max_trips,fixed_cost,cost_per_km,cost_per_hour,unload_fixed_seconds,unload_seconds_per_pack
    V1,晋L·A1001,D1,,240,1500.5,15:00,21:00,drive,1,4,10000,180,3000,,

    """,
    "pins.csv": """
    kind,subject,object,level,must
    roster,C001,S1/gate/evening/2022-01-01,prefer,
    batch,B01,P1@17:20,who_order,
    route,V1,O2,who,must_not

    """,
    "travel.csv": """
    from,to,mode,metres,seconds
    D1,P1,vehicle,3200,420

    """,
  ]

  /// The fixture as bytes by file name.
  static let bytes: [String: [UInt8]] = files.mapValues { Array($0.utf8) }

  static func text(_ name: String) throws -> String { try #require(files[name]) }

  /// Reads files that lie in memory only.
  static func read(_ files: [String: [UInt8]]) throws(DistrictProblems) -> ReadDistrict {
    try readDistrict(names: files.keys.sorted(), date: nil, days: nil) { name throws(FileFailure) in
      guard let bytes = files[name] else { throw .missing }
      return bytes
    }
  }

  /// The problems of the fixture with one file replaced, as lines in English.
  static func problems(_ name: String, text: String) -> [String] { problems(name, bytes: Array(text.utf8)) }

  static func problems(_ name: String, bytes: [UInt8]?) -> [String] {
    var files = Fixture.bytes
    files[name] = bytes
    do {
      _ = try read(files)
      return []
    } catch {
      return error.lines(in: .english)
    }
  }

  /// The problems of the fixture with some text of one file replaced.
  static func problems(_ name: String, _ old: String, _ new: String) throws -> [String] {
    let text = try text(name)
    try #require(text.contains(old), "the fixture's \(name) has no \(old)")
    return problems(name, text: text.replacingOccurrences(of: old, with: new))
  }

  /// The fixture on disk.
  static func folder() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    for name in files.keys.sorted() { try folder.write(name, Array((files[name] ?? "").utf8)) }
    return folder
  }
}

/// The folder of the samples, beside the sources.
let samplesFolder: URL = {
  var url = URL(fileURLWithPath: #filePath)
  for _ in 0..<3 { url.deleteLastPathComponent() }
  return url.appendingPathComponent("Instances")
}()

func sampleNames() throws -> [String] {
  try FileManager.default.contentsOfDirectory(atPath: samplesFolder.path).filter { name in
    FileManager.default.fileExists(atPath: samplesFolder.appendingPathComponent(name + "/district.yaml").path)
  }.sorted()
}
