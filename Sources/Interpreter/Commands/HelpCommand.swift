/// `%help`: the list of commands, or one of them.
struct HelpCommand: Command {
  let name = "help"
  let usage = ["%help", "%help COMMAND"]
  let summary = "Lists the commands, or explains one."

  func run(_ call: CommandCall, in session: isolated Session) async -> CellResult {
    let wanted = call.arguments.drop { $0 == "%" }
    if wanted.isEmpty {
      let width = session.commands.all.map { $0.usage[0].count }.max() ?? 0
      var lines = session.commands.all.map { "\($0.usage[0].padded(to: width))  \($0.summary)" }
      lines.append("\("!COMMAND".padded(to: width))  Runs a shell command and shows its output.")
      lines.append("\nEverything else in a cell is Swift. %help COMMAND tells more.")
      call.print(lines.joined(separator: "\n"))
      return CellResult(ending: .success)
    }
    guard let command = session.commands.command(String(wanted)) else {
      if let advice = CommandTable.foreign[String(wanted)] {
        return call.failure("this kernel has no %\(wanted). \(advice)")
      }
      return call.failure("there is no command %\(wanted). %help lists the commands.")
    }
    call.print(command.help)
    return CellResult(ending: .success)
  }

  func completions(for argument: String, in session: isolated Session) -> [String] { session.commands.all.map(\.name) }
}

extension String {
  func padded(to width: Int) -> String { self + String(repeating: " ", count: Swift.max(0, width - count)) }
}
