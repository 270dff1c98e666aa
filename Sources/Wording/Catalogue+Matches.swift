extension Catalogue {
  /// What a rule's amount follows from, case by case.
  static let matches: [Phrase] = matchFrame + matchesOfPeople + matchesOfGoods

  private static let matchFrame: [Phrase] = [
    Phrase("match.title", "{rule}: {count} cases", "{rule}：{count} 项"),
    Phrase("match.line", "{amount}  {what}", "{amount}  {what}"),
    Phrase(
      "match.sum", "{stage}: they add up to {sum}; the certificate says {amount}", "{stage}：合计 {sum}；证书所列 {amount}"),
    Phrase("match.person", "{name}: {count} duties, {hours} hours", "{name}：{count} 个班次，共 {hours} 小时"),
    Phrase("punctuation.colon", ": ", "："),
    Phrase(
      "argument.what", "With a plan: a rule such as fairHours, or the id of a person.", "给出计划时：规则名（如 fairHours）或人员编号。"),
    Phrase(
      "argument.code_or_plan", "An error code, or a plan: plan.json, or the folder it lies in.",
      "错误代码；或计划：plan.json 或其所在文件夹。"),
    Phrase(
      "option.district_of_plan", "The district's folder, if it lies elsewhere than when the plan was made.",
      "地区文件夹（若与编排时位置不同）。"),
    Phrase(
      "failure.no_district", "Where the plan's district lies is not known: say it with --district.",
      "不知道该计划的地区在哪里：请用 --district 指明。"),
    Phrase(
      "failure.other_district", "{path} is not as it was when the plan was made: its files have other contents.",
      "{path} 与编排时不同：文件内容已改变。"),
    Phrase("failure.unknown_subject", "Neither a rule nor a person of the district: {value}", "既不是规则也不是本地区人员：{value}"),
    Phrase(
      "failure.did_you_mean", "Neither a rule nor a person of the district: {value}; did you mean {nearest}?",
      "既不是规则也不是本地区人员：{value}；是否想写 {nearest}？"),
  ]

  private static let matchesOfPeople: [Phrase] = [
    Phrase(
      "match.minimumCover", "{duty}, {seat}: {missing} of at least {wanted} missing, {weight} each",
      "{duty}，{seat}：最少 {wanted} 人，缺 {missing} 人，每人 {weight}"),
    Phrase(
      "match.targetCover", "{duty}, {seat}: {missing} of {wanted} missing, {weight} each",
      "{duty}，{seat}：目标 {wanted} 人，缺 {missing} 人，每人 {weight}"),
    Phrase("match.oneLead", "{duty}: nobody there may lead", "{duty}：无人可任负责人"),
    Phrase(
      "match.fairHours", "{cadre}: {planned} hours now and {past} before; a fair share is {share}",
      "{cadre}：本次 {planned} 小时，此前 {past} 小时，公平份额 {share} 小时"),
    Phrase(
      "match.fairNights", "{cadre}: {planned} nights now and {past} before; a fair share is {share}",
      "{cadre}：本次 {planned} 个夜班，此前 {past} 个，公平份额 {share} 个"),
    Phrase("match.restDay", "{cadre}: up to {days} days in a row", "{cadre}：最长连续 {days} 天"),
    Phrase("match.nearHome", "{cadre}: {km} km from home to {duty}", "{cadre}：从家到 {duty} {km} 公里"),
    Phrase("match.wishes.undesired", "{cadre}: does not want the time of {duty}", "{cadre}：不希望在此时段：{duty}"),
    Phrase("match.wishes.desired", "{cadre}: wanted a duty in {span}", "{cadre}：希望在此时段有班：{span}"),
    Phrase("match.buddies", "{cadre} without {other}: {duty}", "{cadre} 未与 {other} 同班：{duty}"),
    Phrase(
      "match.unitTogether", "{unit} on {date}: at {places} places, {allowed} would do",
      "{unit} {date}：分在 {places} 处，{allowed} 处即可"),
    Phrase("match.stability.added", "{cadre}: {duty} was not published", "{cadre}：{duty} 未曾发布"),
    Phrase("match.stability.dropped", "{cadre}: {duty} was published and is dropped", "{cadre}：已发布的 {duty} 被取消"),
    Phrase("match.stability.lost", "{missing} published rows match no duty", "{missing} 行已发布的安排没有对应班次"),
    Phrase("match.pins", "{pin}: the preference does not hold", "{pin}：倾向未能满足"),
  ]

  private static let matchesOfGoods: [Phrase] = [
    Phrase("match.shortPacks", "{line}: {given} of {asked} packs", "{line}：需要 {asked} 份，得到 {given} 份"),
    Phrase(
      "match.unevenShares", "{line}: {given} packs for {households} households", "{line}：{households} 户得到 {given} 份"),
    Phrase("match.unservedHouseholds", "{building}: {missing} households not called", "{building}：{missing} 户未安排"),
    Phrase("match.unservedNeeds", "{need}: nobody looks after them", "{need}：无人帮扶"),
    Phrase("match.staffTime", "{point}: {people} people for {minutes} minutes", "{point}：{people} 人，{minutes} 分钟"),
    Phrase("match.walking", "{building}: {households} households walk there and back", "{building}：{households} 户往返步行"),
    Phrase("match.helperWalking", "{cadre} to {need} and back: {minutes} minutes", "{cadre} 到 {need} 往返 {minutes} 分钟"),
    Phrase("match.changedHelper", "{need}: {cadre} instead of the usual helper", "{need}：由 {cadre} 代替原帮扶人"),
    Phrase("match.uncarried", "{building}: {missing} packs and doors", "{building}：{missing} 份（户）"),
    Phrase("match.carryTime", "{team}: {people} people for {minutes} minutes", "{team}：{people} 人，{minutes} 分钟"),
    Phrase(
      "match.undelivered", "{demand}: {missing} of {wanted} packs missing, {weight} each",
      "{demand}：{wanted} 份中缺 {missing} 份，每份 {weight}"),
    Phrase("match.fixedCost", "{vehicle} leaves its depot", "{vehicle} 出车"),
    Phrase("match.distanceCost", "{vehicle}: {km} km", "{vehicle}：{km} 公里"),
    Phrase("match.timeCost", "{vehicle}: {minutes} minutes", "{vehicle}：{minutes} 分钟"),
  ]
}
