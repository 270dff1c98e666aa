/// Problems of the public formats that `lastmetre solve` reads.
extension Catalogue {
  static let publicProblems: [Phrase] = publicSections + publicLines + routingLines

  private static let publicSections: [Phrase] = [
    problem(
      "E1701",
      (
        "is in no format that solve reads; a shift-scheduling file begins with SECTION_HORIZON, a nurse rostering scenario with SCENARIO = …, a VRPLIB file with NAME : …",
        "不是 solve 能读取的格式；排班文件以 SECTION_HORIZON 开头，护士排班情景以 SCENARIO = … 开头，VRPLIB 文件以 NAME : … 开头"
      ),
      page: (
        """
        The format is recognised by the first line that is neither blank nor a comment, whatever the file is called:
        SECTION_… for the shift-scheduling benchmark, SCENARIO = … for the Second International Nurse Rostering
        Competition. Of the competition's files give the scenario (Sc-…); history and weeks are found beside it.
        Routing: NAME : … or another header for VRPLIB; a second line VEHICLE for Solomon's format; four numbers, the
        first of them 2, for Cordeau's depots; three numbers for Li and Lim's pickups and deliveries.
        """,
        """
        格式由第一行内容（空行与注释除外）识别，与文件名无关：SECTION_… 为排班基准，SCENARIO = … 为第二届国际护士排班竞赛。竞赛文件请给出情景文件（Sc-…），历史与各周文件在同一文件夹中查找。路径问题：以 NAME : … 等标题开头为 VRPLIB；第二行为 VEHICLE 是 Solomon 格式；首行四个数且第一个为 2 是 Cordeau 多车场格式；首行三个数是 Li 与 Lim 取送货格式。
        """
      )),
    problem(
      "E1702", ("\"{value}\" is no section of this format{hint}", "“{value}”不是本格式的部分{hint}"),
      page: (
        """
        Nothing is left out silently: a line where a section was expected is an error. docs/solve.md lists the sections.
        """,
        """
        任何内容都不会被悄悄忽略：应为部分标题之处出现其他内容即为错误。各部分见 docs/solve.md。
        """
      )),
    problem(
      "E1703", ("has no {value}, or nothing below it; add it", "缺少 {value} 或其下没有内容；请补上"),
      page: (
        """
        The section is needed, and so is at least one line in it.
        """,
        """
        该部分必不可少，且至少须有一行内容。
        """
      )),
    problem(
      "E1704", ("{value} is already in line {line}; put both together", "{value} 已在第 {line} 行；请合并"),
      page: (
        """
        Every section stands once.
        """,
        """
        每个部分只出现一次。
        """
      )),
    problem(
      "E1705",
      (
        "\"{value}\" stands before the first section; put it below a section's name, or # before it",
        "“{value}”位于第一个部分之前；请移到某个部分之下，或在前面加 #"
      ),
      page: (
        """
        Text before the first section belongs nowhere. A comment begins with #.
        """,
        """
        第一个部分之前的文字没有归属。注释以 # 开头。
        """
      )),
  ].flatMap { $0 }

  private static let publicLines: [Phrase] = [
    problem(
      "E1706", ("\"{value}\" is not of the form {shape}; write it so", "“{value}”不符合 {shape} 的形式；请照此填写"),
      page: (
        """
        The line has too many or too few parts, or other signs between them. The message shows a line as it should be.
        """,
        """
        该行的部分过多、过少，或分隔符不对。消息中给出了正确的样例。
        """
      )),
    problem(
      "E1707",
      ("{value} are announced and {count} follow; correct one of the two", "声明为 {value} 个，实际有 {count} 个；请更正其一"),
      page: (
        """
        The number behind the section's name, or in the line, says how many entries follow. A file that was cut off has
        fewer.
        """,
        """
        部分标题后或行中的数字说明其后有多少条目。被截断的文件会少于此数。
        """
      )),
    problem(
      "E1708",
      (
        "is of the scenario \"{value}\", not of {expected}; give the files of one scenario",
        "属于情景“{value}”，而非 {expected}；请使用同一情景的文件"
      ),
      page: (
        """
        Histories and weeks name the scenario they were made for.
        """,
        """
        历史文件与各周文件都写明所属情景。
        """
      )),
    problem(
      "E1709", ("says nothing of {value}; add e.g. {example}", "没有提到 {value}；请补上，例如 {example}"),
      page: (
        """
        Every shift needs its maximum, every nurse its history: a gap would have to be guessed.
        """,
        """
        每个班次须有上限，每名护士须有历史记录；缺少的内容无从推断。
        """
      )),
    problem(
      "E1710",
      ("is too large: {value}, and {most} can be solved; leave something out", "规模过大：{value}，最多可求解 {most}；请缩小规模"),
      page: (
        """
        Counted are people × days × shifts (× skills): up to 8,000,000 together; 1,000 days, 10,000 people, 200 shifts,
        200 skills; and the states that limits on runs need.
        """,
        """
        计数为人数 × 天数 × 班次（× 技能）：合计不超过 8,000,000；最多 1,000 天、10,000 人、200 种班次、200 种技能；连续天数限制所需的状态数也有上限。
        """
      )),
    problem(
      "E1711",
      (
        "\"{value}\" contradicts itself; after None write days off in a row, after a shift the days worked",
        "“{value}”自相矛盾；None 之后应填连续休息天数，班次之后应填连续工作天数"
      ),
      page: (
        """
        assignments, weekends, last shift, of this shift in a row, days worked in a row, days off in a row:

          right   Patrick 0 0 Night 1 4 0      four days worked, the last a night
          right   Stefaan 0 0 None 0 0 3       three days off
          wrong   Stefaan 0 0 None 1 1 3
        """,
        """
        依次为：分配次数、周末数、最后班次、该班次连续次数、连续工作天数、连续休息天数：

          正确   Patrick 0 0 Night 1 4 0      连续工作四天，最后一天为夜班
          正确   Stefaan 0 0 None 0 0 3       连续休息三天
          错误   Stefaan 0 0 None 1 1 3
        """
      )),
    problem(
      "E1712", ("({least},{most}) begins beyond its end; turn it round", "({least},{most}) 的起点大于终点；请对调"),
      page: (
        """
        A range is written (least,most), for cover (minimum,optimum).
        """,
        """
        范围写作 (最小,最大)，人数需求写作 (最低,最佳)。
        """
      )),
    problem(
      "E1713", ("\"{value}\" is no day of the week{hint}", "“{value}”不是星期{hint}"),
      page: (
        """
        Days are Mon Tue Wed Thu Fri Sat Sun.
        """,
        """
        星期写作 Mon Tue Wed Thu Fri Sat Sun。
        """
      )),
  ].flatMap { $0 }

  private static let routingLines: [Phrase] = [
    problem(
      "E1714",
      (
        "{value} is not between {least} and {most}; write a number in this range",
        "{value} 不在 {least} 到 {most} 之间；请填写此范围内的数"
      ),
      page: (
        """
        Coordinates go to ±100,000, lengths to 1,000,000, moments to 100,000,000: in thousandths they still fit.
        """,
        """
        坐标不超过 ±100,000，长度不超过 1,000,000，时刻不超过 100,000,000：换算为千分之一后仍可表示。
        """
      )),
    problem(
      "E1715",
      (
        "task {value} and its partner {other} do not agree; give both the same amount, one minus, and let each name the other",
        "任务 {value} 与其配对任务 {other} 不一致；两者数量应相同且一正一负，并互相指明对方"
      ),
      page: (
        """
        A task that gives has a demand above 0 and names the task that gets in the last column; that one has the same
        demand with a minus and names the first in the column before.

          right   3 42 66 10 65 146 90 0 75
          right   75 45 65 -10 997 1068 90 3 0
        """,
        """
        取货任务的需求为正，最后一列写送货任务；送货任务的需求为其相反数，倒数第二列写取货任务。

          正确   3 42 66 10 65 146 90 0 75
          正确   75 45 65 -10 997 1068 90 3 0
        """
      )),
  ].flatMap { $0 }
}
