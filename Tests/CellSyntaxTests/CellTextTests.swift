import CellSyntax
import Testing

@Suite("A cell's text is split into Swift and commands")
struct CellTextTests {
  @Test(
    "plain Swift stays as it is",
    arguments: [
      "let a = 1", "", "let s = \"\"\"\n%who\n!ls\n\"\"\"", "/*\n%who\n*/", "let a = [\n!b,\n!c]", "!done", "a\n!= b",
    ])
  func swiftStays(text: String) {
    #expect(CellText(text) { $0 == "done" }.content == .swift(text))
  }

  @Test("a command stands in a line of its own; the lines of Swift keep their numbers")
  func commandsBetweenSwift() throws {
    guard case .pieces(let pieces) = CellText("let a = 1\n%whos Tensor\n!ls -l\nprint(a)").content else {
      Issue.record("no pieces")
      return
    }
    try #require(pieces.count == 4)
    #expect(pieces[0] == .swift("let a = 1"))
    guard case .command(let whos) = pieces[1], case .command(let shell) = pieces[2] else {
      Issue.record("no commands")
      return
    }
    #expect((whos.name, whos.arguments, whos.line) == ("whos", "Tensor", 2))
    #expect((shell.mark, shell.arguments) == (.shell, "ls -l"))
    #expect(pieces[3] == .swift("\n\n\nprint(a)"))
  }

  @Test("two percent signs take the whole cell")
  func cellCommand() {
    guard case .cellCommand(let command, let body) = CellText("\n%%bash -x\necho 1\n%who").content else {
      Issue.record("no cell command")
      return
    }
    #expect((command.name, command.arguments, body) == ("bash", "-x", "echo 1\n%who"))
  }

  @Test("a lone mark is a command without a name", arguments: ["%", "%%", "!"])
  func loneMark(text: String) {
    if case .swift = CellText(text).content { Issue.record("read as Swift") }
  }
}
