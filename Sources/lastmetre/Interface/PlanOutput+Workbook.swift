import Districts
import Formats
import Reports
import Units

extension PlanOutput {
  /// `plan.xlsx`: every table of the plan in one workbook, dated by the plan and not by the clock.
  func workbook(_ context: ReportContext, in zone: ZoneClock, folder: String) throws -> OutputFile {
    let name = "plan.xlsx"
    let book = Workbook(
      title: context.title, foot: context.sheetFoot,
      created: zone.moment(outcome.plan.district.date, ClockTime(minutes: 0)), language: Interface.language,
      tables: context.tables())
    do {
      return OutputFile(name: name, bytes: try book.bytes(file: folder + "/" + name))
    } catch {
      throw failed(error)
    }
  }
}
