extension Catalogue {
  static let idProblems: [Phrase] = [
    problem(
      "E1301", ("{value} is already the id of line {line}; give this row another", "{value} 已是第 {line} 行的编号；请为本行另取编号"),
      page: (
        """
        An id names one row of its table. Rows that were copied often keep the old one.
        """,
        """
        编号在本表内只能对应一行。复制的行常常忘了改编号。
        """
      )),
    problem(
      "E1302",
      (
        "{value} is already an id of {file}; places and people share one set of ids",
        "{value} 已是 {file} 中的编号；地点与人员的编号不能相同"
      ),
      page: (
        """
        Compounds, buildings, sites, points, depots and people (by their home) can all stand in travel.csv, so their ids
        differ from each other. A first letter for each table helps: K1, B01, S1, P1, D1, C001.
        """,
        """
        小区、楼栋、点位、发放点、仓库和人员（按住处）都可出现在 travel.csv 中，编号须互不相同。建议各表用不同的首字母：K1、B01、S1、P1、D1、C001。
        """
      )),
    problem(
      "E1303", ("there is no {value} in {file}{hint}", "{file} 中没有 {value}{hint}"),
      page: (
        """
        The row refers to an id that no row of the other table has: a slip, or a row that was deleted there. Where the file
        itself is missing, create it.

          availability.csv   CO14,06:00,14:00,*,available
          cadres.csv         C014,…
        """,
        """
        本行引用的编号在另一张表中不存在：可能是笔误，或那一行已被删除。若整张表缺失，请先建立。

          availability.csv   CO14,06:00,14:00,*,可
          cadres.csv         C014,…
        """
      )),
    problem(
      "E1304", ("the row for {value} is already in line {line}; keep one", "{value} 已在第 {line} 行；请只保留一行"),
      page: (
        """
        travel.csv has one row for each pair, direction and mode.
        """,
        """
        travel.csv 中每个地点对、方向和方式只有一行。
        """
      )),
  ].flatMap { $0 }
}
