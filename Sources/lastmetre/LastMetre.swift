import ArgumentParser
import Foundation
import Wording

/// The command line: parses, runs one command, and says every failure in the reader's language.
@main
struct LastMetre: ParsableCommand {
  static let version = "0.1.0"

  static let configuration = CommandConfiguration(
    commandName: "lastmetre",
    abstract: phrase("command.abstract"),
    discussion: phrase("command.discussion"),
    version: version,
    subcommands: [
      PlanCommand.self, WhatIfCommand.self, CompareCommand.self, ValidateCommand.self, CheckCommand.self,
      FormatCommand.self, ExplainCommand.self, ExportCommand.self, NewCommand.self, SolveCommand.self,
      BenchCommand.self,
    ])

  static func main() {
    do {
      var command = try parseAsRoot()
      try command.run()
    } catch {
      let text = Interface.translated(fullMessage(for: error))
      let code = exitCode(for: error)
      if !text.isEmpty {
        if code.isSuccess { print(text) } else { printError(text) }
      }
      Foundation.exit(code.rawValue)
    }
  }
}
