import Foundation
import Wording

/// The language of this run, known before arguments are parsed, since help is written in it.
enum Interface {
  static let language: Language = {
    let arguments = CommandLine.arguments
    for (index, argument) in arguments.enumerated() {
      if argument.hasPrefix("--locale=") { return Language(tag: String(argument.dropFirst(9))) }
      if argument == "--locale", index + 1 < arguments.count, !arguments[index + 1].isEmpty {
        return Language(tag: arguments[index + 1])
      }
    }
    let environment = ProcessInfo.processInfo.environment
    for name in ["LC_ALL", "LC_MESSAGES", "LANG"] {
      if let tag = environment[name], !tag.isEmpty { return Language(tag: tag) }
    }
    return .english
  }()

  /// The argument parser's own words in the reader's language.
  static func translated(_ text: String) -> String {
    guard language == .chinese else { return text }
    var text = text
    for (english, chinese) in [
      ("OVERVIEW: ", "概述："), ("USAGE: ", "用法："), ("ARGUMENTS:", "参数："), ("OPTIONS:", "选项："),
      ("SUBCOMMANDS:", "子命令："), ("(default: ", "（默认："), ("Show help information.", "显示帮助。"),
      ("Show the version.", "显示版本。"), ("Usage: ", "用法："), ("Error: ", "错误："), ("Help: ", "帮助："),
      ("for detailed help.", "查看详细说明。"), ("for more information.", "查看更多信息。"), ("  See '", "  使用 '"),
      ("Missing expected argument", "缺少参数"), ("Unknown option", "未知选项"), ("Unexpected argument", "多余的参数"),
      ("(values: ", "（可选值："),
    ] { text = text.replacing(english, with: chinese) }
    return text
  }
}

/// A phrase of the catalogue in the language of this run.
func phrase(_ key: String, _ values: [String: String] = [:]) -> String {
  Catalogue.text(key, values, in: Interface.language)
}

/// To standard error, with a line end.
func printError(_ text: String) {
  FileHandle.standardError.write(Data((text + "\n").utf8))
}
