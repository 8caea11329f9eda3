import CellSyntax
import Diagnostics

extension Session {
  /// Runs the pieces of a cell one after the other.
  func perform(_ request: CellRequest, output: any CellOutput) async -> CellResult {
    let names = cells.table.meanings
    // A file that was pasted may begin with a mark that no editor shows.
    let code = request.code.hasPrefix("\u{FEFF}") ? String(request.code.unicodeScalars.dropFirst()) : request.code
    switch CellText(code, isName: { names[$0] != nil }).content {
    case .swift(let text): return await run(text, request: request, output: output)
    case .cellCommand(let command, let body): return await run(command, body: body, request: request, output: output)
    case .pieces(let pieces): return await run(pieces, request: request, output: output)
    }
  }

  private func run(_ pieces: [CellText.Piece], request: CellRequest, output: any CellOutput) async -> CellResult {
    var result = CellResult(ending: .success)
    for (index, piece) in pieces.enumerated() {
      let next: CellResult
      switch piece {
      case .swift(let text): next = await run(text, request: request, output: output)
      case .command(let command) where command.name == "expect" && command.mark == .line:
        let rest = Array(pieces[(index + 1)...])
        return await ExpectCommand.expectFailure(call(command, request: request, output: output)) {
          await run(rest, request: request, output: output)
        }
      case .command(let command): next = await run(command, body: nil, request: request, output: output)
      }
      result.timings.compile += next.timings.compile
      result.timings.link += next.timings.link
      result.timings.run += next.timings.run
      result.ending = next.ending
      if next.failure != nil { break }
    }
    return result
  }

  private func call(
    _ command: CommandLine, body: String? = nil, request: CellRequest, output: any CellOutput
  ) -> CommandCall {
    CommandCall(arguments: command.arguments, body: body, line: command.line, request: request, output: output)
  }

  private func run(
    _ line: CommandLine, body: String?, request: CellRequest, output: any CellOutput
  ) async -> CellResult {
    let call = call(line, body: body, request: request, output: output)
    if line.mark == .shell { return await ShellCommand().run(call, in: self) }
    if line.name.hasSuffix("?"), let command = commands.command(String(line.name.dropLast())) {
      output.page(command.help)
      return CellResult(ending: .success)
    }
    guard let command = commands.command(line.name) else { return call.failure(unknown(line)) }
    if body != nil, !command.takesBody {
      return call.failure("%\(command.name) stands in a line of its own, with one %. \(command.usage[0])")
    }
    if body == nil, !command.takesLine {
      return call.failure("%%\(command.name) takes the whole cell: write it in the first line, with two %.")
    }
    return await command.run(call, in: self)
  }

  /// What to say about a command that does not exist.
  private func unknown(_ line: CommandLine) -> String {
    let mark = line.mark.rawValue
    guard !line.name.isEmpty else {
      return "a lone \(mark) is no command. %help lists the commands."
    }
    if let advice = CommandTable.foreign[line.name] {
      return "\(mark)\(line.name) is a command of IPython, not of this kernel. \(advice)"
    }
    let near = commands.all.map(\.name).min { $0.distance(to: line.name) < $1.distance(to: line.name) }
    if let near, near.distance(to: line.name) <= 2 {
      return "there is no command \(mark)\(line.name). Did you mean %\(near)? %help lists all commands."
    }
    return "there is no command \(mark)\(line.name). %help lists the commands."
  }
}
