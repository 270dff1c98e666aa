extension Catalogue {
  static let valueProblems: [Phrase] = [
    problem(
      "E1101", ("is empty; every row needs a value here", "为空；每行都须填写"),
      page: (
        """
        Columns in bold in docs/format.md have a value in every row.
        """,
        """
        docs/format.md 中以粗体标出的列每行都须填写。
        """
      )),
    problem(
      "E1102",
      (
        "\"{value}\" is no id; write letters, digits, _ . - , at most 40, e.g. C014",
        "“{value}”不是编号；请用字母、数字、_ . -，最多 40 个，例如 C014"
      ),
      page: (
        """
        Ids name rows for other rows, and go into file names and model rows: Latin letters, digits, underscore, point and
        minus, one to forty of them. Names for people go into the column name.

          wrong   王力
          right   C014
        """,
        """
        编号供其他行引用，也用于文件名和模型行名：拉丁字母、数字、下划线、点、减号，1 到 40 个。姓名请写入姓名列。

          错误   王力
          正确   C014
        """
      )),
    problem(
      "E1103", ("the text has {count} characters; write at most 200", "文字有 {count} 个字；最多 200 个"),
      page: (
        """
        Texts have at most 200 characters, so that printed sheets stay readable.
        """,
        """
        文字最多 200 个字，以便打印的表格清晰可读。
        """
      )),
    problem(
      "E1104",
      ("\"{value}\" is not a whole number; write {unit}, e.g. {example}", "“{value}”不是整数；请填写{unit}，例如 {example}"),
      page: (
        """
        A whole number is written with digits only: no decimals, no unit, no thousands separator. The digits may be
        full-width.

          wrong   6oo     10.5     1,200     600 min
          right   600     10       1200      600

        Durations are minutes or seconds as the column says, money is fen, weight is grams.
        """,
        """
        整数只写数字：不带小数、单位或千位分隔符。可用全角数字。

          错误   6oo     10.5     1,200     600分
          正确   600     10       1200      600

        时长按列名以分钟或秒计，金额以分计，重量以克计。
        """
      )),
    problem(
      "E1105",
      (
        "{value} is not between {least} and {most}; write {unit} in this range",
        "{value} 不在 {least} 到 {most} 之间；请在此范围内填写{unit}"
      ),
      page: (
        """
        Every number has a range that real cases fit into: no count is negative, priorities are 1 to 5, weights 0 to 1,000,
        seats up to 10,000 people, packs and households up to 1,000,000,000. A number outside is a slip, or in another unit.
        """,
        """
        每个数都有合理范围：数量不为负，优先级 1 到 5，权重 0 到 1,000，名额不超过 10,000 人，份数和户数不超过 1,000,000,000。超出范围多半是笔误或单位不符。
        """
      )),
    problem(
      "E1106", ("\"{value}\" is not a number; write e.g. 36.0793", "“{value}”不是数；请写成 36.0793 这样的数"),
      page: (
        """
        A decimal is written with digits and at most one point, a minus before it where needed: no exponent, no degree
        signs, no nan.

          wrong   36°04'     3.6e1     nan
          right   36.0793
        """,
        """
        小数由数字和至多一个小数点组成，必要时前加负号；不用指数、度分秒或 nan。

          错误   36°04'     3.6e1     nan
          正确   36.0793
        """
      )),
    problem(
      "E1107",
      (
        "{value} is not between {least} and {most}; check whether lat and lon are swapped",
        "{value} 不在 {least} 到 {most} 之间；请检查经纬度是否颠倒"
      ),
      page: (
        """
        Latitude lies between −90 and 90, longitude between −180 and 180. In China latitude is below 54 and longitude above
        73, so a latitude such as 111.5 means that the two were swapped.
        """,
        """
        纬度在 −90 到 90 之间，经度在 −180 到 180 之间。在中国，纬度小于 54，经度大于 73；纬度若写成 111.5，说明经纬度颠倒了。
        """
      )),
    problem(
      "E1108", ("\"{value}\" is neither yes nor no; write yes or no", "“{value}”既非是也非否；请填写 是 或 否"),
      page: (
        """
        Accepted: yes, no, true, false, 1, 0, 是, 否. An empty field means the default.
        """,
        """
        可用：是、否、yes、no、true、false、1、0。空白表示默认值。
        """
      )),
    problem(
      "E1109", ("\"{value}\" is none of {choices}{hint}", "“{value}”不在可选值 {choices} 之中{hint}"),
      page: (
        """
        The column takes one of a few words, in English or Chinese; docs/format.md lists them.

          wrong   voluntary
          right   volunteer     志愿者
        """,
        """
        该列只能填写几个固定的词，中英文均可，见 docs/format.md。

          错误   志愿
          正确   志愿者     volunteer
        """
      )),
    problem(
      "E1110",
      (
        "\"{value}\" is not a time; write e.g. 06:00, 24:00 or 06:00+1 for the next day",
        "“{value}”不是时间；请写成 06:00、24:00，次日写 06:00+1"
      ),
      page: (
        """
        A time has two digits for the hour and two for the minute; the end of the day is 24:00; +1 means the next day.
        Shifts, night and service_day_start begin before 24:00.

          wrong   6:00     6am     06.00     25:00
          right   06:00    06:00   06:00     01:00+1
        """,
        """
        时间为两位小时加两位分钟；一天结束为 24:00；+1 表示次日。班次、夜间和 service_day_start 的开始须早于 24:00。

          错误   6:00     6点     06.00     25:00
          正确   06:00    06:00   06:00     01:00+1
        """
      )),
    problem(
      "E1111", ("\"{value}\" is not a moment; write e.g. 2022-01-01T06:00", "“{value}”不是时刻；请写成 2022-01-01T06:00"),
      page: (
        """
        A moment is a date and a time joined by T, in the district's time zone; an offset may follow. Whole minutes only.

          wrong   2022/1/1 6:00          2022-01-01T06:00:30
          right   2022-01-01T06:00       2022-01-01T06:00+08:00
        """,
        """
        时刻由日期和时间以 T 相连，按地区的时区；后面可加时差。只用整分钟。

          错误   2022/1/1 6:00          2022-01-01T06:00:30
          正确   2022-01-01T06:00       2022-01-01T06:00+08:00
        """
      )),
    problem(
      "E1112", ("\"{value}\" is not a date; write e.g. 2022-01-01", "“{value}”不是日期；请写成 2022-01-01"),
      page: (
        """
        A date has four digits for the year (1900 to 2199), two for the month, two for the day, and exists.

          wrong   2022/1/1     2022-02-30
          right   2022-01-01   2022-02-28
        """,
        """
        日期为四位年（1900 到 2199）、两位月、两位日，且须真实存在。

          错误   2022/1/1     2022-02-30
          正确   2022-01-01   2022-02-28
        """
      )),
    problem(
      "E1113",
      (
        "\"{value}\" says no days; write *, mon;tue, workday, holiday, or dates",
        "“{value}”不是日期模式；请写 *、周一;周二、工作日、节假日或若干日期"
      ),
      page: (
        """
        Days are all (*), some weekdays, workdays, holidays (with weekends), or single dates; kinds do not mix.

          wrong   monday       mon;2022-01-01
          right   mon          2022-01-01;2022-01-03
        """,
        """
        日期模式可为全部（*）、若干星期、工作日、节假日（含周末）或若干日期，不能混用。

          错误   礼拜一       周一;2022-01-01
          正确   周一         2022-01-01;2022-01-03
        """
      )),
    problem(
      "E1114", ("\"{value}\" holds an empty entry; write entries with one ; between them", "“{value}”中有空项；各项之间用一个分号隔开"),
      page: (
        """
        Entries of a list are separated by one semicolon; none is empty, and none ends the list.

          wrong   entry;;order;
          right   entry;order
        """,
        """
        列表各项之间用一个分号（；或 、亦可）隔开，不能有空项，末尾不加分号。

          错误   录入；；秩序；
          正确   录入；秩序
        """
      )),
    problem(
      "E1115",
      (
        "\"{value}\" is no staff; write kind and count, e.g. cadre:2;volunteer:6",
        "“{value}”不是人员配置；请写类别和人数，例如 干部:2;志愿者:6"
      ),
      page: (
        """
        Staff is a list of kinds with how many of each, at most 10,000.

          wrong   2 cadres
          right   cadre:2;volunteer:6
        """,
        """
        人员配置为“类别:人数”的列表，人数不超过 10,000。

          错误   干部2人
          正确   干部:2;志愿者:6
        """
      )),
    problem(
      "E1116",
      ("\"{value}\" is no number of packs; write e.g. 120, or 2/household", "“{value}”不是份数；请写 120，或 2/household"),
      page: (
        """
        Packs are a whole number, or a whole number for each household.

          wrong   120 packs     2 per household
          right   120           2/household
        """,
        """
        份数为整数，或每户若干份。

          错误   120份     每户2份
          正确   120       2/户
        """
      )),
    problem(
      "E1117", ("\"{value}\" is nothing that can be pinned; write e.g. {example}", "“{value}”不能指定；请写成 {example}"),
      page: (
        """
        A pin of kind roster names a duty that posts.csv has (or the generated POINT/distribution/open/DATE or
        VEHICLE/crew/run/DATE), of kind batch a point and a time, of kind route an order or a need.

          roster,C001,S1/gate/day/2022-01-01,frozen
          batch,K1-B01,P1@16:20,who_order
          route,V1,O1,who
        """,
        """
        类型为“值班”时目标是 posts.csv 中的班次（或系统生成的 发放点/distribution/open/日期、车辆/crew/run/日期）；“批次”时为发放点和时间；“路线”时为订单或需求。

          值班,C001,S1/gate/day/2022-01-01,冻结
          批次,K1-B01,P1@16:20,定人定序
          路线,V1,O1,定人
        """
      )),
    problem(
      "E1118",
      (
        "\"{value}\" is neither a time nor a moment; write e.g. 06:00 or 2022-01-01T06:00",
        "“{value}”既非时间也非时刻；请写成 06:00 或 2022-01-01T06:00"
      ),
      page: (
        """
        Availability is either a time of day, on the days of the column days, or one span between two moments.

          C001,06:00,14:00,mon;tue,available
          C001,2022-01-01T06:00,2022-01-03T22:00,,unavailable
        """,
        """
        可到岗时间可以是每天的时间（配合“日期”列），也可以是两个时刻之间的一段。

          C001,06:00,14:00,周一;周二,可
          C001,2022-01-01T06:00,2022-01-03T22:00,,不可
        """
      )),
    problem(
      "E1119", ("\"{value}\" is named twice; name it once", "“{value}”重复；请只写一次"),
      page: (
        """
        Every entry of a list stands there once.

          wrong   entry;order;entry
          right   entry;order
        """,
        """
        列表中每项只写一次。

          错误   录入;秩序;录入
          正确   录入;秩序
        """
      )),
  ].flatMap { $0 }
}
