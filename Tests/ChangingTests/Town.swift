import Districts
import Formats
import Synthesis
import Testing
import Wording

@testable import Changing

/// A small district by hand, with a row of everything that a change may touch.
enum Town {
  static let texts: [String: String] = [
    "district.yaml": """
    # 演练
    format: lastmetre/district/1
    name: 小镇
    plan: { date: 2022-01-01, days: 3 }  # three days
    shifts:
      day: { name: 白班, from: "08:00", to: "16:00" }
      night: { name: 夜班, from: "22:00", to: "06:00" }
    rules:
      minimumRest: { minutes: 660 }  # eleven hours

    """,
    "cadres.csv": """
    id,name,kind,sending_unit,skills,home_compound,health,buddy
    C1,周学强,cadre,区教育局,entry;drive,K1,,C2
    C2,任梦利,volunteer,,entry,,,C1
    C3,李伟,volunteer,,entry;drive,,watch,
    C4,王芳,medic,医院,,,,

    """,
    "availability.csv": """
    cadre,from,to,days,level
    C1,05:00,06:00+1,*,available
    C2,06:00,22:00,*,available
    C2,12:00,13:00,mon,unavailable
    C2,08:00,12:00,2022-01-02,unavailable

    """,
    "ledger.csv": """
    cadre,from,to,kind,site,post
    C1,2021-12-30T08:00,2021-12-30T16:00,worked,P1,distribution
    C2,2021-12-30T08:00,2021-12-30T16:00,worked,V1,crew

    """,
    "compounds.csv": """
    id,name,status
    K1,样例小区,
    K2,二号小区,controlled

    """,
    "buildings.csv": """
    id,compound,households,residents,elderly,status
    B1,K1,35,100,5,
    B2,K1,47,130,5,sealed
    B3,K2,10,,10,

    """,
    "sites.csv": "id,name\nS1,南门\nS2,宾馆\n",
    "posts.csv": """
    site,post,kind,shift,seat,skills,target
    S1,gate,checkpoint,day,,,2
    S1,gate,checkpoint,day,guide,entry,1
    S2,order,order,night,,,1

    """,
    "points.csv": """
    id,compound,lat,lon,households_per_desk_hour,open_from,open_to
    P1,K1,36.0792,111.5197,60,17:00,20:40
    P2,K2,36.0892,111.5197,75,17:00,20:40

    """,
    "depots.csv": "id,name,lat,lon\nD1,超市,36.0916,111.5433\n",
    "goods.csv": "id,name\nveg,蔬菜包\nmed,药品\n",
    "stock.csv": "depot,good,packs\nD1,veg,450\nD1,med,10\n",
    "onhand.csv": "site,good,packs\nS1,med,3\n",
    "needs.csv": "id,building,what,good,pharmacy,helper\nN1,B1,medicine,med,D1,C1\n",
    "orders.csv": """
    id,building,compound,site,good,packs
    O1,*,,,veg,1/household
    O2,B1,,,med,2
    O3,,,S2,veg,4
    O4,,K2,,veg,1/household

    """,
    "vehicles.csv": """
    id,name,depot,capacity_packs,from,to,loaders
    V1,晋L·A1001,D1,240,15:00,21:00,1
    V2,晋L·A1002,D1,160,15:00,21:00,

    """,
    "pins.csv": """
    kind,subject,object,level,must
    roster,C1,S1/gate/day/2022-01-01,who,must
    roster,C1,S1/gate/day/2022-01-02,who,must
    roster,C1,S2/order/night/2022-01-02,who,must_not
    roster,C2,P1/distribution/open/2022-01-01,prefer,
    batch,B1,P1@17:20,who,
    batch,B2,P1@17:20,who,must_not
    route,V1,O2,who,
    route,V2,O3,who,
    roster,C3,V1/crew/run/2022-01-01,who,

    """,
    "travel.csv": "from,to,mode,metres,seconds\nD1,P1,vehicle,3200,420\nP1,D1,vehicle,3300,430\nC1,S1,foot,500,400\n",
  ]

  static let files = DistrictFiles(texts.mapValues { Array($0.utf8) })

  static func stored(_ files: DistrictFiles = files) throws -> StoredDistrict {
    StoredDistrict(files: files, read: try files.read())
  }

  /// The town after some changes.
  static func after(_ words: String..., files: DistrictFiles = files, seed: UInt64 = 1) throws -> Scenario {
    try Scenario(baseline: stored(files), name: "").changed(
      by: ChangeList(words), options: ChangeOptions(seed: seed))
  }

  /// What is wrong with some changes, in English.
  static func problems(_ words: String...) throws -> [String] {
    do throws(DistrictProblems) {
      _ = try Scenario(baseline: StoredDistrict(files: files, read: files.read()), name: "").changed(
        by: ChangeList(words), options: ChangeOptions())
      return []
    } catch {
      return error.lines(in: .english)
    }
  }
}

extension DistrictFiles {
  init(_ files: [DistrictFile]) {
    self.init(Dictionary(uniqueKeysWithValues: files.map { ($0.name, Array($0.text.utf8)) }))
  }

  /// The lines of a file.
  func lines(_ name: String) -> [String] {
    String(decoding: self[name] ?? [], as: UTF8.self).split(separator: "\n").map(String.init)
  }

  func replacing(_ name: String, _ text: String) -> DistrictFiles {
    var copy = self
    copy[name] = Array(text.utf8)
    return copy
  }
}

extension Scenario {
  func lines(_ name: String) -> [String] { files.lines(name) }
  var edits: [Edit] { changes.flatMap(\.edits) }
  /// The files that differ from the town's.
  var touched: [String] { Set(files.names + Town.files.names).filter { files[$0] != Town.files[$0] }.sorted() }
}
