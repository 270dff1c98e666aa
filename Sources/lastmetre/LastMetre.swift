import ArgumentParser

@main struct LastMetre: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "lastmetre")
}
