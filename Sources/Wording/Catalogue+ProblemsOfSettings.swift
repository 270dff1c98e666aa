extension Catalogue {
  static let settingsProblems: [Phrase] = [
    problem(
      "E1401",
      (
        "is not YAML: {value}; compare it with the example in docs/format.md",
        "不是有效的 YAML：{value}；请对照 docs/format.md 中的示例"
      ),
      page: (
        """
        district.yaml is YAML: keys, colons and values, indented with spaces. Usual slips are a tab, a missing space after
        the colon, a bracket that is not closed.

          wrong   plan: { date: 2022-01-01, days: 1
          right   plan: { date: 2022-01-01, days: 1 }
        """,
        """
        district.yaml 为 YAML 格式：键、冒号、值，以空格缩进。常见错误：用了制表符、冒号后缺空格、括号没有闭合。

          错误   plan: { date: 2022-01-01, days: 1
          正确   plan: { date: 2022-01-01, days: 1 }
        """
      )),
    problem(
      "E1402",
      (
        "anchors (&), aliases (*) and tags (!) are not used here; write the value out, or quote it",
        "这里不使用锚点（&）、别名（*）和标签（!）；请写出值本身，或加引号"
      ),
      page: (
        """
        Settings are short enough to be written out. A value that begins with one of these signs is quoted.

          wrong   days: *
          right   days: "*"
        """,
        """
        设置内容不多，直接写出即可。以这些符号开头的值须加引号。

          错误   days: *
          正确   days: "*"
        """
      )),
    problem(
      "E1403", ("is nested deeper than {most} levels; close a bracket", "嵌套超过 {most} 层；请检查括号是否闭合"),
      page: (
        """
        No setting lies deeper than three levels. Deeper nesting comes from a bracket that is not closed.
        """,
        """
        所有设置最深不过三层。嵌套过深多半是括号没有闭合。
        """
      )),
    problem(
      "E1404", ("\"{value}\" is no key here{hint}", "“{value}”不是此处的键{hint}"),
      page: (
        """
        A key that is not known would silently say nothing, so it is an error. docs/format.md §2 lists all keys, §4 the rules
        with their parameters.

          wrong   rules: { minimumRest: { minute: 660 } }
          right   rules: { minimumRest: { minutes: 660 } }
        """,
        """
        不认识的键会被悄悄忽略，因此视为错误。所有键见 docs/format.md 第 2 节，规则及参数见第 4 节。

          错误   rules: { minimumRest: { minute: 660 } }
          正确   rules: { minimumRest: { minutes: 660 } }
        """
      )),
    problem(
      "E1405", ("the key {value} is missing; add it", "缺少键 {value}；请补上"),
      page: (
        """
        district.yaml has at least:

          format: lastmetre/district/1
          name: Junyi Jiayuan
          plan: { date: 2022-10-08, days: 1 }

        A shift has from and to.
        """,
        """
        district.yaml 至少包括：

          format: lastmetre/district/1
          name: 君怡家园
          plan: { date: 2022-10-08, days: 1 }

        每个班次须有 from 和 to。
        """
      )),
    problem(
      "E1406", ("has another shape than expected; write {shape}", "形式不对；应为{shape}"),
      page: (
        """
        A mapping is expected where keys follow, a list in brackets where several values may stand, a single value elsewhere.

          right   holidays: [2022-01-01]
          right   night: { from: "22:00", to: "06:00", at_least_minutes: 120 }
        """,
        """
        有下级键的地方写映射，可有多个值的地方写方括号列表，其余写单个值。

          正确   holidays: [2022-01-01]
          正确   night: { from: "22:00", to: "06:00", at_least_minutes: 120 }
        """
      )),
    problem(
      "E1407", ("\"{value}\" cannot be read; this program reads {expected}", "无法读取“{value}”；本程序读取 {expected}"),
      page: (
        """
        The first key of district.yaml names the format and its version. Another version needs another program.
        """,
        """
        district.yaml 的 format 键写明格式及版本。其他版本需要相应的程序。
        """
      )),
    problem(
      "E1408",
      (
        "\"{value}\" is no time zone of this system; write e.g. Asia/Shanghai", "“{value}”不是系统认识的时区；请写 Asia/Shanghai 之类"
      ),
      page: (
        """
        Time zones are named as in the IANA database: Asia/Shanghai, Asia/Urumqi, Europe/Rome. Where even these are refused,
        the package tzdata is missing.
        """,
        """
        时区按 IANA 数据库命名：Asia/Shanghai、Asia/Urumqi 等。若这些也不被接受，说明系统缺少 tzdata 软件包。
        """
      )),
    problem(
      "E1409",
      (
        "travel times from OSRM cannot be asked for yet; remove the key and give pairs in travel.csv",
        "暂不支持从 OSRM 获取路程时间；请删去该键，用 travel.csv 给出"
      ),
      page: (
        """
        Until a routing server can be asked, distances are worked out from coordinates (`travel:`), and travel.csv wins
        over them where it has the pair.
        """,
        """
        在支持路径服务之前，距离按坐标和 travel: 设置计算；travel.csv 中有的地点对以该表为准。
        """
      )),
    problem(
      "E1410", ("the key {value} is there twice; keep one", "键 {value} 重复；请只保留一个"),
      page: (
        """
        Each key stands once on its level; two shifts have different ids.
        """,
        """
        同一层中每个键只出现一次；不同班次须用不同的编号。
        """
      )),
  ].flatMap { $0 }

  static let outputProblems: [Phrase] =
    [
      problem(
        "E1501",
        ("is not JSON: {value}; write it again with lastmetre plan", "不是有效的 JSON：{value}；请用 lastmetre plan 重新生成"),
        page: (
          """
          The file is damaged or was cut. Plans are written whole or not at all, so it was changed afterwards.
          """,
          """
          文件已损坏或被截断。计划文件总是整体写入，因此是事后被改动的。
          """
        )),
      problem(
        "E1502",
        ("{value}: {reason}; write the file again with lastmetre plan", "{value}：{reason}；请用 lastmetre plan 重新生成"),
        page: (
          """
          A field of the plan is missing or has another type than docs/format.md §5 says. The message names its path.
          """,
          """
          计划中的某个字段缺失，或类型与 docs/format.md 第 5 节不符。消息中给出该字段的路径。
          """
        )),
      problem(
        "E1503", ("\"{value}\" cannot be read; this program reads {expected}", "无法读取“{value}”；本程序读取 {expected}"),
        page: (
          """
          The key schema names what the file is and its version. Give the file that is asked for: plan.json for a plan,
          bounds.json for bounds.
          """,
          """
          schema 键写明文件的种类及版本。请给出所要的文件：计划为 plan.json，下界为 bounds.json。
          """
        )),
      problem(
        "E1601", ("cannot be written: {reason}; choose another folder with --out", "无法写入：{reason}；请用 --out 另选文件夹"),
        page: (
          """
          The system refused to write: no permission, no space, or the folder cannot be made. Files are written beside the
          old ones first and then renamed, so that nothing half-written is left.
          """,
          """
          系统拒绝写入：没有权限、空间不足，或无法建立文件夹。文件先写在旁边再改名，不会留下写了一半的文件。
          """
        )),
    ].flatMap { $0 } + fieldPhrases

  private static let fieldPhrases: [Phrase] = [
    Phrase("plan.field.missing", "is missing", "缺失"),
    Phrase("plan.field.type", "has the wrong type", "类型不对"),
    Phrase("plan.field.value", "has a value that is not known", "值无法识别"),
  ]
}
