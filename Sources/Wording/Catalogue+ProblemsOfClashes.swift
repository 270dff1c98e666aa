extension Catalogue {
  static let clashProblems: [Phrase] = [
    problem(
      "E1201", ("only one of lat and lon is given; give both or neither", "经纬度只有其一；请都填或都不填"),
      page: (
        """
        A position has a latitude and a longitude. Where both are empty, the compound's position is used.
        """,
        """
        位置须同时有纬度和经度。两者都空时采用所属小区的位置。
        """
      )),
    problem(
      "E1202",
      (
        "{less} {lessValue} is more than {more} {moreValue}; minimum ≤ target ≤ maximum",
        "{less} {lessValue} 大于 {more} {moreValue}；须满足 最少 ≤ 目标 ≤ 最多"
      ),
      page: (
        """
        A seat has a minimum that must be met first, a target that is enough, and a maximum that is never passed. Empty
        minimum or maximum mean the target.

          wrong   minimum 4, target 2
          right   minimum 2, target 4, maximum 5
        """,
        """
        每类名额有优先保证的最少人数、足够的目标人数和不可超过的最多人数。最少或最多为空时等于目标。

          错误   最少 4，目标 2
          正确   最少 2，目标 4，最多 5
        """
      )),
    problem(
      "E1203",
      (
        "differs from line {line} of the same duty {duty}; write the same value in both",
        "与同一班次 {duty} 的第 {line} 行不一致；两行须写相同的值"
      ),
      page: (
        """
        Rows with the same site, post and shift are seats of one duty. They agree on name, kind, lead, exposure and on
        set-up, clean-up and hand-over minutes.

        Write the same value in both rows, or give the other post another id.
        """,
        """
        点位、岗位、班次都相同的行是同一班次的不同名额，其名称、种类、需负责人、暴露级别以及准备、收尾、交接分钟须一致。

        请改成相同的值，或给另一岗位换一个编号。
        """
      )),
    problem(
      "E1204",
      (
        "the seat {value} of {duty} is there twice, first in line {line}; join the rows or rename the seat",
        "{duty} 的名额类 {value} 重复，首次在第 {line} 行；请合并或改名"
      ),
      page: (
        """
        A class of seats stands once in a duty on a date. Rows with different seats, or for days that never coincide
        (workday and holiday), are fine.

          wrong   any … 2 and any … 3
          right   any … 5, or guide … 2 and any … 3
        """,
        """
        同一班次同一日期内，每个名额类只能出现一次。名额类不同，或日期互不重叠（工作日与节假日）的行可以并存。

          错误   any … 2 与 any … 3
          正确   any … 5，或 引导 … 2 与 any … 3
        """
      )),
    problem(
      "E1205",
      (
        "the vehicle runs {minutes} minutes, the daily maximum is {most}; shorten its hours or add a second vehicle row",
        "该车运行 {minutes} 分钟，超过每日上限 {most}；请缩短时间，或另加一行车辆"
      ),
      page: (
        """
        A vehicle's hours are one duty of its driver, so they are at most the minutes of the rule dailyMaximum.

          wrong   from 06:00 to 20:00 with dailyMaximum 720
          right   two rows, 06:00 to 13:00 and 13:00 to 20:00
        """,
        """
        车辆的运行时间就是驾驶员的一个班次，因此不能超过规则 dailyMaximum 的分钟数。

          错误   06:00 至 20:00，而 dailyMaximum 为 720
          正确   分成两行：06:00 至 13:00，13:00 至 20:00
        """
      )),
    problem(
      "E1206", ("days go with times, not with moments; leave days empty", "日期只与每天的时间配合；填写时刻时请将日期留空"),
      page: (
        """
        A span between two moments happens once and says its dates itself.

          wrong   C001,2022-01-01T06:00,2022-01-01T14:00,mon,available
          right   C001,2022-01-01T06:00,2022-01-01T14:00,,available
        """,
        """
        两个时刻之间的一段只发生一次，已含日期。

          错误   C001,2022-01-01T06:00,2022-01-01T14:00,周一,可
          正确   C001,2022-01-01T06:00,2022-01-01T14:00,,可
        """
      )),
    problem(
      "E1207", ("{value} is not after {from}; {remedy}", "{value} 不晚于 {from}；{remedy}"),
      page: (
        """
        A span ends after it begins. Outside of shifts and night, where a `to` not after `from` means the next day by
        itself, the next day is written +1. Clock times of points, depots and vehicles before service_day_start are of the
        next date already, unless the span begins before service_day_start and ends after it: 04:00 to 22:00.

          wrong   C001,22:00,06:00,*,available
          right   C001,22:00,06:00+1,*,available
        """,
        """
        一段时间的结束须晚于开始。班次和夜间的“止”不晚于“起”时自动指次日，其他地方次日须写 +1。发放点、仓库、车辆早于 service_day_start 的时间已视为次日；但开始早于、结束晚于 service_day_start 的一段（如 04:00 至 22:00）从当日开始。

          错误   C001,22:00,06:00,*,可
          正确   C001,22:00,06:00+1,*,可
        """
      )),
    problem(
      "E1208",
      (
        "{cadre} names {value} as buddy, but line {line} names {other}; name each other, or neither",
        "{cadre} 的搭档写 {value}，但第 {line} 行写 {other}；须互为搭档，或都不填"
      ),
      page: (
        """
        Buddies name each other, so that each has one.

          wrong   C001 … buddy C002     C002 … buddy (empty)
          right   C001 … buddy C002     C002 … buddy C001
        """,
        """
        搭档须互相指定，每人至多一个。

          错误   C001 的搭档 C002，C002 的搭档为空
          正确   C001 的搭档 C002，C002 的搭档 C001
        """
      )),
    problem(
      "E1209",
      ("{value} is named as their own buddy; name another person, or leave it empty", "{value} 把自己写成搭档；请写另一人，或留空"),
      page: (
        """
        A buddy is another person.
        """,
        """
        搭档须是另一个人。
        """
      )),
    problem(
      "E1210", ("an order goes to exactly one of building, compound, site; fill one", "订单须且只能送往楼栋、小区、点位之一；请只填一个"),
      page: (
        """
        Each order has one destination. For every building write * as the building.

          wrong   O1,B01,K1,,veg,40
          right   O1,B01,,,veg,40
        """,
        """
        每个订单只有一个目的地；送往所有楼栋时，楼栋写 *。

          错误   O1,B01,K1,,veg,40
          正确   O1,B01,,,veg,40
        """
      )),
    problem(
      "E1211",
      (
        "only one of open_from and open_to is given; give both, or neither for around the clock",
        "开门和关门只有其一；请都填，全天开放则都不填"
      ),
      page: (
        """
        A depot's hours have a beginning and an end. Both empty, or 00:00 to 24:00, mean around the clock.
        """,
        """
        仓库的开放时间须有起有止。都为空或写 00:00 至 24:00 表示全天开放。
        """
      )),
    problem(
      "E1212",
      (
        "{value} households of old people are more than the building's {most}; elderly ≤ households",
        "老人户 {value} 多于该楼户数 {most}；老人户不能超过户数"
      ),
      page: (
        """
        elderly counts households, not people; it is a part of the building's households.
        """,
        """
        老人户按户计，不按人计，是该楼户数的一部分。
        """
      )),
    problem(
      "E1213", ("least {least} is more than most {most}; least ≤ most", "least {least} 大于 most {most}；须 least ≤ most"),
      page: (
        """
        A helper looks after `least` to `most` households, or none.

          right   helpers: { least: 3, most: 5 }
        """,
        """
        每位帮扶人照顾 least 到 most 户，或不照顾。

          正确   helpers: { least: 3, most: 5 }
        """
      )),
    problem(
      "E1214", ("a site has no households; write how many packs, e.g. 40", "点位没有住户；请直接写份数，例如 40"),
      page: (
        """
        Packs for each household go to a building, a compound or all buildings (*).

          wrong   O1,,,S1,meal,1/household
          right   O1,,,S1,meal,40
        """,
        """
        按户计的份数只能送往楼栋、小区或所有楼栋（*）。

          错误   O1,,,S1,meal,1/户
          正确   O1,,,S1,meal,40
        """
      )),
    problem(
      "E1215",
      ("one of from and to is a time, the other a moment; write two times or two moments", "起止一个是时间、一个是时刻；请都写时间或都写时刻"),
      page: (
        """
        A row of availability.csv holds two times of day or two moments.

          wrong   C001,06:00,2022-01-01T14:00,,available
          right   C001,2022-01-01T06:00,2022-01-01T14:00,,available
        """,
        """
        availability.csv 的一行要么是两个时间，要么是两个时刻。

          错误   C001,06:00,2022-01-01T14:00,,可
          正确   C001,2022-01-01T06:00,2022-01-01T14:00,,可
        """
      )),
    problem(
      "E1216", ("the way from {value} to itself is always 0; delete the row", "{value} 到自身的距离恒为 0；请删除该行"),
      page: (
        """
        travel.csv holds ways between two different places.
        """,
        """
        travel.csv 只写两个不同地点之间的路程。
        """
      )),
    problem(
      "E1217", ("the span is longer than {most} hours; check the dates, or split it", "时长超过 {most} 小时；请核对日期，或拆成多行"),
      page: (
        """
        A row of ledger.csv is one duty. A longer one is most likely a slip in the date; two weeks of work are fourteen rows.
        """,
        """
        ledger.csv 的一行是一个班次。过长多半是日期写错；两周的工作应写十四行。
        """
      )),
    problem(
      "E1218",
      (
        "only a site or a compound collects at {value}; clear it, or order for the site or the compound",
        "只有点位或小区的订单可到 {value} 自提；请清空此格，或改为该点位或小区的订单"
      ),
      page: (
        """
        An order with collect_at is fetched at that depot by whoever ordered: a hotel, a service centre, a whole compound. What buildings order is handed out at points or brought to them.

          wrong   O7,K1-B03,,,meal,12,,2022-01-01T12:45,,D4
          right   O7,,,S6,meal,12,,2022-01-01T12:45,,D4
        """,
        """
        填了自提处的订单由订购方自行到该处领取，例如酒店、服务中心或整个小区。楼栋所订的物资在发放点领取，或送到楼栋。

          错误   O7,K1-B03,,,meal,12,,2022-01-01T12:45,,D4
          正确   O7,,,S6,meal,12,,2022-01-01T12:45,,D4
        """
      )),
  ].flatMap { $0 }
}
