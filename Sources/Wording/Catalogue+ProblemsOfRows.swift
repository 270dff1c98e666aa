extension Catalogue {
  static let rowProblems: [Phrase] = [
    problem(
      "E1020", ("has no header; the first line names the columns, at least {expected}", "没有表头；首行须为列名，至少包括 {expected}"),
      page: (
        """
        The first line of a table names its columns, in English or Chinese, in any order.

          right   id,name,kind
          right   编号,姓名,类别
        """,
        """
        表的首行是列名，中英文均可，顺序不限。

          正确   编号,姓名,类别
          正确   id,name,kind
        """
      )),
    problem(
      "E1021",
      ("the last line does not end; the file may have been cut, add a line end if not", "最后一行没有换行；文件可能被截断，如内容完整请补一个换行"),
      page: (
        """
        A file that was cut in the middle of a row often still looks like a table. So the last line must end with a line
        end, which every spreadsheet writes.

        Compare the last row with its source. If it is whole, add an empty line end, or:  lastmetre format DISTRICT
        after repairing it in an editor.
        """,
        """
        被截断的文件往往看起来仍像一张表，因此最后一行必须以换行结束；电子表格软件都会写上。

        请核对最后一行。如内容完整，在编辑器中末尾补一个换行即可。
        """
      )),
    problem(
      "E1022",
      (
        "the row has {count} fields, the header {expected}; every row has as many as the header",
        "该行有 {count} 个字段，表头有 {expected} 个；每行须与表头一致"
      ),
      page: (
        """
        Every row has as many fields as the header. Usually a value holds the separator and was not quoted, or the row was
        cut.

          wrong   C001,Wang, Li,cadre
          right   C001,"Wang, Li",cadre
        """,
        """
        每行的字段数须与表头相同。常见原因：值中含有分隔符而未加引号，或该行被截断。

          错误   C001,王,小明,干部
          正确   C001,"王,小明",干部
        """
      )),
    problem(
      "E1023", ("a quoted field does not end on its line; close the quote", "引号内的字段在本行内没有结束；请补上右引号"),
      page: (
        """
        A field that begins with a quotation mark ends with one, on the same line; a mark inside is doubled.

          wrong   C001,"Wang Li,cadre
          right   C001,"Wang ""Big"" Li",cadre
        """,
        """
        以引号开头的字段须在同一行内以引号结束；字段内的引号写两个。

          错误   C001,"王力,干部
          正确   C001,"王""大""力",干部
        """
      )),
    problem(
      "E1024",
      (
        "a quotation mark stands inside a field; quote the whole field and double the mark",
        "字段中间出现引号；请给整个字段加引号，并把其中的引号写两个"
      ),
      page: (
        """
        Quotation marks enclose a whole field. Inside one they are doubled.

          wrong   C001,Wang "Big" Li,cadre
          right   C001,"Wang ""Big"" Li",cadre
        """,
        """
        引号须括住整个字段；字段内的引号写两个。

          错误   C001,王"大"力,干部
          正确   C001,"王""大""力",干部
        """
      )),
    problem(
      "E1025", ("{value} holds a control character; remove it", "{value} 含有控制字符；请删除"),
      page: (
        """
        A text may not hold tabs, line ends or invisible marks: they would spoil printed sheets and messages. The message
        spells the character as \\u{9}.

        Type the text again instead of pasting it.
        """,
        """
        文字中不能有制表符、换行或不可见字符，否则会破坏打印表格和消息。消息中以 \\u{9} 的形式标出该字符。

        请重新输入，不要粘贴。
        """
      )),
    problem(
      "E1026", ("the field is longer than {most} bytes; shorten it", "该字段超过 {most} 字节；请缩短"),
      page: (
        """
        A field has at most 4,096 bytes, a text at most 200 characters. Longer ones come from a lost line end or quote.
        """,
        """
        每个字段不超过 4,096 字节，文字不超过 200 字。过长多半是换行或引号丢失所致。
        """
      )),
    problem(
      "E1027", ("the line has more than {most} fields; remove empty columns", "该行超过 {most} 个字段；请删去空列"),
      page: (
        """
        A table has at most 64 columns. More come from a lost line end or from empty columns of a spreadsheet.
        """,
        """
        每张表不超过 64 列。过多通常是换行丢失，或电子表格带出的空列。
        """
      )),
    problem(
      "E1028", ("has more than {most} rows; remove what is not needed", "超过 {most} 行；请删去不需要的行"),
      page: (
        """
        A table has at most 2,000,000 rows. Old rows of ledger.csv beyond two weeks before the plan and far pairs of
        travel.csv can go.
        """,
        """
        每张表不超过 2,000,000 行。ledger.csv 中计划日两周以前的旧行、travel.csv 中不相关的地点对可以删去。
        """
      )),
    problem(
      "E1029", ("{value} is no column of this table{hint}", "{value} 不是本表的列{hint}"),
      page: (
        """
        A column that is not known would silently say nothing, so it is an error. docs/format.md lists the columns of each
        table, in English and Chinese.

          wrong   id,name,kind,max_minute_day
          right   id,name,kind,max_minutes_day

        Remarks of your own go into the column note.
        """,
        """
        不认识的列会被悄悄忽略，因此视为错误。各表的列名（中英文）见 docs/format.md。

          错误   编号,姓名,类別
          正确   编号,姓名,类别

        自己的说明请写入“备注”列。
        """
      )),
    problem(
      "E1030", ("the column {value} ({chinese}) is missing; add it", "缺少列 {chinese}（{value}）；请补上"),
      page: (
        """
        The columns in bold in docs/format.md are required; the others may be left out.
        """,
        """
        docs/format.md 中以粗体标出的列必须有，其余可以省略。
        """
      )),
    problem(
      "E1031", ("the column {value} is there twice; keep one", "列 {value} 重复；请只保留一列"),
      page: (
        """
        A column is named once. Its English and its Chinese name are the same column.
        """,
        """
        每列只能出现一次；同一列的中英文名视为同一列。
        """
      )),
    problem(
      "E1032", ("the line is empty; delete it", "该行为空；请删除"),
      page: (
        """
        Empty lines are no rows. Delete the line.
        """,
        """
        空行不是数据。请删除该行。
        """
      )),
  ].flatMap { $0 }
}
