extension Catalogue {
  static let fileProblems: [Phrase] = [
    problem(
      "E1001",
      ("there is no such folder; give the folder that holds district.yaml", "没有这个文件夹；请给出 district.yaml 所在的文件夹"),
      page: (
        """
        A district is a folder that holds district.yaml and its CSV tables. The path given is no folder, or may not be
        listed.

          wrong   lastmetre plan Instances/junyi/district.yaml
          right   lastmetre plan Instances/junyi
        """,
        """
        一个地区是一个文件夹，内有 district.yaml 和各 CSV 表。给出的路径不是文件夹，或无权读取。

          错误   lastmetre plan Instances/junyi/district.yaml
          正确   lastmetre plan Instances/junyi
        """
      )),
    problem(
      "E1002", ("the file is missing; create it in the district's folder", "缺少这个文件；请在地区文件夹中建立"),
      page: (
        """
        Every district has district.yaml and cadres.csv. Other tables are needed by those that refer to them: posts.csv
        needs sites.csv, buildings.csv needs compounds.csv, vehicles.csv needs depots.csv.

        Create the file, with at least its header and one row.
        """,
        """
        每个地区都须有 district.yaml 和 cadres.csv。其余各表在被引用时也须存在：posts.csv 需要 sites.csv，buildings.csv 需要 compounds.csv，vehicles.csv 需要 depots.csv。

        请建立该文件，至少含表头和一行数据。
        """
      )),
    problem(
      "E1003", ("is no regular file; put the file itself into the folder", "不是普通文件；请把文件本身放进文件夹"),
      page: (
        """
        A table must be a regular file. Links, folders and pipes are not followed, so that a district is what its folder
        holds and its digest is true.

        Copy the file that the link points to into the folder.
        """,
        """
        表必须是普通文件。不跟随链接、文件夹或管道，这样地区的内容就是文件夹里的内容，摘要才真实。

        请把链接所指的文件复制到文件夹中。
        """
      )),
    problem(
      "E1004", ("cannot be read: {reason}; allow reading it", "无法读取：{reason}；请开放读取权限"),
      page: (
        """
        The system refused to read the file, or it changed meanwhile. The message carries the system's reason.

          chmod u+r FILE
        """,
        """
        系统拒绝读取该文件，或读取过程中文件发生变化。消息中附有系统给出的原因。

          chmod u+r 文件
        """
      )),
    problem(
      "E1005", ("is larger than {most}; remove what is not needed", "超过 {most}；请删去不需要的内容"),
      page: (
        """
        A table may have up to 64 MiB, district.yaml up to 1 MiB. A larger file is most likely not what it is taken for.

        Check whether another file was saved under this name; cut old rows off ledger.csv or travel.csv.
        """,
        """
        每个表不超过 64 MiB，district.yaml 不超过 1 MiB。更大的文件多半不是所需的内容。

        请检查是否误存了别的文件；ledger.csv、travel.csv 中的旧行可以删去。
        """
      )),
    problem(
      "E1006", ("is no table of a district; rename it{hint}", "不是地区的表；请改名{hint}"),
      page: (
        """
        The name is a slip away from a table that the folder does not have. Read as it stands, the table would silently
        be missing, so nothing is planned.

          wrong   post.csv
          right   posts.csv

        A table that has nothing to do with the district may have any name that is less alike.
        """,
        """
        文件名与缺少的某个表只差一两个字符。如果照常读取，这个表就会被悄悄漏掉，因此不作计划。

          错误   post.csv
          正确   posts.csv

        与地区无关的表请取差别更大的名字。
        """
      )),
    problem(
      "E1007", ("workbooks cannot be read yet; save each sheet as CSV", "暂不能读取工作簿；请把每个工作表另存为 CSV"),
      page: (
        """
        One workbook instead of a folder is planned, but not there yet. In Excel: File, Save As, CSV UTF-8, once for each
        sheet, with the names of the tables (cadres.csv, posts.csv …).
        """,
        """
        以一个工作簿代替文件夹的功能尚未提供。在 Excel 中对每个工作表：文件 → 另存为 → CSV UTF-8，并以表名命名（cadres.csv、posts.csv……）。
        """
      )),
    problem(
      "E1008", ("there is no such file; check the path", "没有这个文件；请检查路径"),
      page: (
        """
        A plan is given as plan.json or as the folder that holds it.

          lastmetre check Instances/junyi out/junyi/plan.json
        """,
        """
        计划以 plan.json 或其所在文件夹给出。

          lastmetre check Instances/junyi out/junyi/plan.json
        """
      )),
    problem(
      "E1010", ("holds bytes that are no text; save the file as UTF-8", "含有不是文字的字节；请把文件另存为 UTF-8"),
      page: (
        """
        Files are UTF-8, UTF-16 with byte order mark, or GB18030 (what Chinese Excel saves as CSV). From this line on the
        bytes fit none of them: the file is damaged, was cut, mixes encodings, or is no text at all.

        Open it in the program that wrote it and save it again as CSV UTF-8.
        """,
        """
        文件须为 UTF-8、带字节序标记的 UTF-16，或 GB18030（中文 Excel 保存 CSV 时的编码）。从这一行起的字节与三者都不符：文件可能损坏、被截断、混用编码，或根本不是文本。

        请用原程序打开，重新另存为“CSV UTF-8”。
        """
      )),
    problem(
      "E1011", ("is GB18030, which this machine cannot convert; save it as UTF-8", "为 GB18030 编码，本机无法转换；请另存为 UTF-8"),
      page: (
        """
        GB18030 is converted by the system's iconv, which lacks it here (Debian: package libc-bin or
        libc-gconv-modules-extra).

        Save the file as CSV UTF-8, or:  iconv -f GB18030 -t UTF-8 FILE
        """,
        """
        GB18030 由系统的 iconv 转换，而本机缺少相应模块（Debian：libc-bin 或 libc-gconv-modules-extra 软件包）。

        请另存为“CSV UTF-8”，或：iconv -f GB18030 -t UTF-8 文件
        """
      )),
  ].flatMap { $0 }
}
