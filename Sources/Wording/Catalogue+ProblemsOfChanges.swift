extension Catalogue {
  static let changeProblems: [Phrase] = wordProblems + objectProblems + amountProblems

  private static let wordProblems: [Phrase] = [
    problem(
      "E1801", ("\"{value}\" is no change; there are {known}{hint}", "没有“{value}”这种改动；可用的有 {known}{hint}"),
      page: (
        """
        A change begins with what happens: absent, release, add, close, seal, unseal, scale, shift, rule, weight, set or
        time-limit. In a YAML list between brackets a comma ends a word: put words with a comma into quotes.

          wrong   [absent=C017,C021]
          right   ["absent=C017,C021"]

        lastmetre whatif --help lists all changes.
        """,
        """
        改动以动作开头：absent、release、add、close、seal、unseal、scale、shift、rule、weight、set 或 time-limit。在 YAML 方括号列表中，逗号会结束一个词：含逗号的词须加引号。

          错误   [absent=C017,C021]
          正确   ["absent=C017,C021"]

        lastmetre whatif --help 列出全部改动。
        """
      )),
    problem(
      "E1802", ("does not say all that is needed; write it like {example}", "内容不完整；写法如 {example}"),
      page: (
        """
        A change is verb=value or verb:topic=value. Lists are separated by commas, without empty entries; a day or time comes
        behind an @ at the end and holds for the whole word.
        """,
        """
        改动写作 动作=值 或 动作:对象=值。列表以逗号分隔，不留空项；日期或时间写在末尾的 @ 之后，对整个词有效。
        """
      )),
    problem(
      "E1809", ("\"{value}\" is not one of {known}{hint}", "“{value}”不在可用的名称之中：{known}{hint}"),
      page: (
        """
        The word names a rule, parameter, kind, skill, column or setting that is not there. The message lists those that are;
        docs/format.md §2–4 describe them.
        """,
        """
        该词所写的规则、参数、类别、技能、列或设置不存在。消息中列出可用的名称；说明见 docs/format.md 第 2–4 节。
        """
      )),
    problem(
      "E1810",
      (
        "the rule {value} has nothing to set and always holds; change the data it speaks of instead",
        "规则 {value} 没有可设置的内容，始终有效；请改动它所依据的数据"
      ),
      page: (
        """
        Some rules say what is possible at all: availability, health, qualification, no overlap. They have neither parameter
        nor weight. What they speak of can be changed, for instance with set:cadres.C017.health=fit.
        """,
        """
        有些规则说明什么是可能的：在岗时间、健康、资格、不重叠。它们没有参数，也没有权重。可以改动其依据的数据，例如 set:cadres.C017.health=fit。
        """
      )),
    problem(
      "E1812",
      (
        "\"{value}\" cannot name a scenario, since its folder bears the name; leave out / \\ : * ? \" < > |, a dot or space at the ends, and keep it short",
        "“{value}”不能作情景名称，因为文件夹要用此名；请不要使用 / \\ : * ? \" < > |，首尾不要有点或空格，并且不要太长"
      ),
      page: (
        """
        Each scenario is written into a folder of its name. Names may be Chinese, and up to 100 bytes long.
        """,
        """
        每个情景写入同名文件夹。名称可用中文，最长 100 字节。
        """
      )),
  ].flatMap { $0 }

  private static let objectProblems: [Phrase] = [
    problem(
      "E1803", ("there is no {value} in {file}{hint}", "{file} 中没有 {value}{hint}"),
      page: (
        """
        The change names an id, sending unit or shift that the district does not have, or not yet: changes are made from left
        to right. What add= brings gets the ids V2.1, V2.2 and so on.
        """,
        """
        改动所写的编号、派出单位或班次在该地区中不存在，或此时尚不存在：改动从左到右依次进行。add= 增加的编号为 V2.1、V2.2 等。
        """
      )),
    problem(
      "E1804",
      ("{value} is an id of {file}; this change takes ids of {files}", "{value} 是 {file} 中的编号；该改动适用于 {files} 中的编号"),
      page: (
        """
        Points, sites, depots and vehicles are closed; buildings and compounds are sealed; people are absent. Households are
        scaled within buildings and compounds, orders also within sites and goods, stock within depots and goods, minutes
        within points and compounds.
        """,
        """
        发放点、点位、仓库和车辆可关闭；楼栋和小区可封控；人员可缺勤。户数按楼栋或小区缩放，订单还可按点位和物品，库存按仓库和物品，分钟按发放点和小区。
        """
      )),
    problem(
      "E1805", ("{value} is an id of {files}; say which: {example}", "{value} 同为 {files} 中的编号；请写明是哪个：{example}"),
      page: (
        """
        Vehicles and goods may bear the id of a place. Before the colon comes what is meant: person, point, site, depot,
        vehicle, compound, building or good.
        """,
        """
        车辆和物品的编号可与地点相同。冒号前写明所指：person、point、site、depot、vehicle、compound、building 或 good。
        """
      )),
  ].flatMap { $0 }

  private static let amountProblems: [Phrase] = [
    problem(
      "E1806",
      ("{value} is not in the horizon; take a day from {from} to {to}", "{value} 不在计划期内；请取 {from} 至 {to} 之间的一天"),
      page: (
        """
        The horizon is the days of plan: in district.yaml, or of --date and --days. On a day outside it nobody is planned.
        """,
        """
        计划期为 district.yaml 中 plan: 的各日，或由 --date 和 --days 给出。计划期以外的日子不作编排。
        """
      )),
    problem(
      "E1807",
      (
        "\"{value}\" is no share or factor; write a number up to {most}, such as 10% or 1.1",
        "“{value}”不是比例或倍数；请写不超过 {most} 的数，例如 10% 或 1.1"
      ),
      page: (
        """
        Shares are 0 % to 100 %, factors 0 to 1000, with at most six decimals. Minutes cannot be scaled to nothing.
        """,
        """
        比例为 0 % 至 100 %，倍数为 0 至 1000，最多六位小数。分钟不能缩放为零。
        """
      )),
    problem(
      "E1808",
      ("\"{value}\" is no count; write a whole number from {least} to {most}", "“{value}”不是数量；请写 {least} 至 {most} 的整数"),
      page: (
        """
        How many are added stands behind the *: add=volunteer*5. Without it one is added.
        """,
        """
        增加的数量写在 * 之后：add=volunteer*5。不写则增加一个。
        """
      )),
    problem(
      "E1811",
      (
        "the shift {value} would take {minutes} minutes; keep it between 1 and 1440",
        "班次 {value} 将为 {minutes} 分钟；须在 1 至 1440 之间"
      ),
      page: (
        """
        A shift is between a minute and a day long. An end that is not after the beginning means the next day.
        """,
        """
        班次长度为一分钟至一天。结束时间不晚于开始时间时，指次日。
        """
      )),
    problem(
      "E1813",
      (
        "\"{value}\" is no time limit; write it like 60s, 500ms, 2m or 1h, at most a day",
        "“{value}”不是时限；写法如 60s、500ms、2m 或 1h，最长一天"
      ),
      page: (
        """
        The time limit counts everything from reading to writing. No file of the district says it: it goes with the plan.
        """,
        """
        时限包括从读取到写出的全部时间。它不写入地区的任何文件，只在编排时使用。
        """
      )),
  ].flatMap { $0 }
}
