import CellSyntax
import WorkerProtocol

/// A text with everything that a compiler needs to understand a cell that is being typed.
public struct AnalysisText: Sendable, Equatable {
  /// The imports of the session and below them the cell.
  public var text: String
  /// How many UTF-8 bytes stand before the cell.
  public var headerCount: Int
  public var arguments: [String]
}

extension Session {
  /// The text for the compiler of a cell that is not finished. Commands in it are blank, so that offsets stay true.
  public func analysisText(of code: String) -> AnalysisText {
    let lines = cells.importsOfEverything + [""]
    let header = (["import CellRuntime"] + lines).joined(separator: "\n")
    return AnalysisText(
      text: header + Self.withoutCommands(code), headerCount: header.utf8.count,
      arguments: compiler.analysisFlags(folders: [folder.modules]))
  }

  /// The code with spaces in the place of commands.
  private static func withoutCommands(_ code: String) -> String {
    var scanner = NestingScanner()
    let lines = code.split(separator: "\n", omittingEmptySubsequences: false).map { line -> String in
      if scanner.isAtTopLevel, CommandLine(String(line), line: 1) != nil {
        return String(repeating: " ", count: line.utf8.count)
      }
      scanner.read(String(line))
      return String(line)
    }
    return lines.joined(separator: "\n")
  }

  /// The names that a command line can go on with, and the range that they replace, as offsets in the code. `nil` if the
  /// place is in no command.
  public func commandCompletions(in code: String, at offset: Int) -> (names: [String], range: Range<Int>)? {
    guard let (line, start) = commandLine(in: code, at: offset), let command = CommandLine(line, line: 1) else {
      return nil
    }
    let typed = String(decoding: line.utf8.prefix(max(0, offset - start)), as: UTF8.self)
    let word = typed.split(separator: " ", omittingEmptySubsequences: false).last.map(String.init) ?? ""
    if command.mark != .shell, !typed.drop(while: { $0 == " " }).contains(" ") {
      let name = word.drop { $0 == "%" }
      let names = commands.all.filter { command.mark == .cell ? $0.takesBody : $0.takesLine }.map(\.name)
      return (names.filter { $0.hasPrefix(name) }.sorted(), offset - name.utf8.count..<offset)
    }
    let names =
      command.mark == .shell
      ? FileNames.completions(of: word, in: currentDirectory)
      : commands.command(command.name)?.completions(for: word, in: self).filter { $0.hasPrefix(word) } ?? []
    return (names.sorted(), offset - word.utf8.count..<offset)
  }

  /// The explanation of the command at a place, if there is one.
  public func commandHelp(in code: String, at offset: Int) -> String? {
    guard let (line, _) = commandLine(in: code, at: offset), let command = CommandLine(line, line: 1) else {
      return nil
    }
    return commands.command(command.name)?.help
  }

  private func commandLine(in code: String, at offset: Int) -> (line: String, start: Int)? {
    var scanner = NestingScanner()
    var start = 0
    for line in code.split(separator: "\n", omittingEmptySubsequences: false) {
      let end = start + line.utf8.count
      if offset <= end {
        let text = String(line)
        guard scanner.isAtTopLevel, CommandLine(text, line: 1) != nil else { return nil }
        return (text, start)
      }
      scanner.read(String(line))
      start = end + 1
    }
    return nil
  }

  /// The files whose names begin with the text in quotes before a place, and the range that they replace.
  public func fileCompletions(in code: String, at offset: Int) -> (names: [String], range: Range<Int>)? {
    let before = Array(code.utf8.prefix(offset))
    let lineStart = before.lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
    let line = before[lineStart...]
    guard line.count(where: { $0 == UInt8(ascii: "\"") }) % 2 == 1, let quote = line.lastIndex(of: UInt8(ascii: "\""))
    else { return nil }
    let typed = String(decoding: line[(quote + 1)...], as: UTF8.self)
    return (FileNames.completions(of: typed, in: currentDirectory), quote + 1..<offset)
  }

  /// What is known of a variable of an earlier cell now: its type, value, shape and size.
  public func description(ofVariable name: String) async -> VariableDescription? {
    guard let variable = variables().first(where: { $0.name == name }) else { return nil }
    return await describe([variable.reference]).first
  }

  /// The cell that declares a name.
  public func declaringCell(of name: String) -> Int? {
    cells.table.meanings[name]?.modules.compactMap { cells.module($0)?.number }.max()
  }
}

extension CellCollection {
  /// Imports that make every name of the session visible.
  var importsOfEverything: [String] {
    var cell = ParsedCell("")
    cell.words = Set(table.meanings.keys).union(table.extensions.flatMap { $0.declaration.members.map(\.name) })
    let positions = Dictionary(uniqueKeysWithValues: modules.enumerated().map { ($1.name, $0) })
    let imports = CellImports(for: cell, table: table, qualified: [], order: { positions[$0] ?? .max })
    // Completion after a dot looks for members in whole modules only.
    return imports.lines + imports.modules.map { "@testable import \($0)" }
  }
}
