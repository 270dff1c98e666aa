import Districts

extension CadreKind: WrittenChoice {
  var chinese: String {
    switch self {
    case .cadre: "干部"
    case .volunteer: "志愿者"
    case .medic: "医护"
    case .driver: "司机"
    case .property: "物业"
    case .community: "社区"
    case .police: "民警"
    }
  }
}
extension Health: WrittenChoice {
  var chinese: String {
    switch self {
    case .fit: "健康"
    case .watch: "观察"
    case .unfit: "不适"
    }
  }
}
extension AvailabilityLevel: WrittenChoice {
  var chinese: String {
    switch self {
    case .available: "可"
    case .desired: "愿"
    case .undesired: "不愿"
    case .unavailable: "不可"
    }
  }
}
extension LedgerKind: WrittenChoice {
  var chinese: String {
    switch self {
    case .worked: "实际"
    case .planned: "计划"
    }
  }
}
extension AccessStatus: WrittenChoice {
  var chinese: String {
    switch self {
    case .open: "开放"
    case .controlled: "管控"
    case .sealed: "封控"
    }
  }
}
extension Handover: WrittenChoice {
  var chinese: String {
    switch self {
    case .auto: "自动"
    case .property: "物业"
    case .point: "发放点"
    case .door: "上门"
    }
  }
}
extension NeedKind: WrittenChoice {
  var chinese: String {
    switch self {
    case .alone: "独居"
    case .isolated: "隔离"
    case .infant: "婴幼儿"
    case .ill: "患病"
    case .pregnant: "孕产妇"
    case .disabled: "残疾"
    }
  }
}
extension NeedService: WrittenChoice {
  var chinese: String {
    switch self {
    case .visit: "探访"
    case .delivery: "送物"
    case .medicine: "买药"
    case .meal: "送餐"
    }
  }
}
extension PostKind: WrittenChoice {
  var chinese: String {
    switch self {
    case .checkpoint: "卡口"
    case .order: "秩序"
    case .entry: "信息录入"
    case .testing: "采样"
    case .triage: "分流"
    case .delivery: "配送"
    case .distribution: "发放"
    case .survey: "入户"
    case .patrol: "巡查"
    case .disinfection: "消杀"
    case .hotline: "热线"
    case .standby: "备勤"
    case .dutyRoom: "值班"
    }
  }
}
extension StaffPer: WrittenChoice {
  var chinese: String {
    switch self {
    case .point: "点"
    case .desk: "台"
    }
  }
}
extension DepotKind: WrittenChoice {
  var chinese: String {
    switch self {
    case .warehouse: "仓库"
    case .supermarket: "超市"
    case .pharmacy: "药店"
    case .kitchen: "食堂"
    case .laboratory: "实验室"
    }
  }
}
extension GoodKind: WrittenChoice {
  var chinese: String {
    switch self {
    case .vegetable: "蔬菜"
    case .grain: "米面"
    case .milk: "奶"
    case .medicine: "药品"
    case .meal: "餐食"
    case .kit: "防护包"
    }
  }
}
extension PinLevel: WrittenChoice {
  var chinese: String {
    switch self {
    case .prefer: "倾向"
    case .who: "定人"
    case .whoOrder: "定人定序"
    case .frozen: "冻结"
    }
  }
}
extension TravelModeName: WrittenChoice {
  var chinese: String {
    switch self {
    case .foot: "步行"
    case .cart: "手推车"
    case .vehicle: "车辆"
    }
  }
}

/// The columns `kind` and `must` of pins.csv.
enum PinKind: String, WrittenChoice {
  case roster, batch, route
  var chinese: String {
    switch self {
    case .roster: "值班"
    case .batch: "批次"
    case .route: "路线"
    }
  }
}
enum PinMust: String, WrittenChoice {
  case must
  case mustNot = "must_not"
  var chinese: String {
    switch self {
    case .must: "必须"
    case .mustNot: "不得"
    }
  }
}
extension KitMeasure: WrittenChoice {
  var chinese: String {
    switch self {
    case .person: "人"
    case .duty: "班"
    }
  }
}
