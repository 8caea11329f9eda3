import CellSyntax

/// A command of the notebook, such as `%whos`. What it does, how it is explained and how it completes stand together.
package protocol Command: Sendable {
  var name: String { get }
  /// How it is written, for instance `%time EXPRESSION`.
  var usage: [String] { get }
  /// One sentence.
  var summary: String { get }
  /// More, with examples.
  var details: String { get }
  /// Whether it is written at the head of a cell, `%%name`, and takes the rest of it.
  var takesBody: Bool { get }
  /// Whether it is written in a line of its own, `%name`.
  var takesLine: Bool { get }

  func run(_ call: CommandCall, in session: isolated Session) async -> CellResult

  /// What can stand in the place of the last argument.
  func completions(for argument: String, in session: isolated Session) -> [String]
}

extension Command {
  package var takesBody: Bool { false }
  package var takesLine: Bool { true }
  package var details: String { "" }

  package func completions(for argument: String, in session: isolated Session) -> [String] { [] }

  /// The whole explanation.
  var help: String {
    (usage + ["", summary] + (details.isEmpty ? [] : ["", details])).joined(separator: "\n")
  }
}

/// A command with everything that it works on.
package struct CommandCall: Sendable {
  package var arguments: String
  /// The rest of the cell for `%%name`.
  package var body: String?
  /// The line of the command in its cell, counted from 1.
  package var line: Int
  package var request: CellRequest
  package var output: any CellOutput

  /// The arguments, split at white space; quotes keep words together.
  package var words: [String] {
    var words: [String] = []
    var word = ""
    var quote: Character?
    var isOpen = false
    for character in arguments {
      if let mark = quote {
        if character == mark { quote = nil } else { word.append(character) }
      } else if character == "\"" || character == "'" {
        quote = character
        isOpen = true
      } else if character.isWhitespace {
        if isOpen || !word.isEmpty { words.append(word) }
        word = ""
        isOpen = false
      } else {
        word.append(character)
      }
    }
    if isOpen || !word.isEmpty { words.append(word) }
    return words
  }

  package func print(_ text: String) { output.write(text.hasSuffix("\n") ? text : text + "\n", to: .standardOutput) }

  /// A failure of the command itself.
  package func failure(_ message: String) -> CellResult {
    CellResult(
      ending: .failure(CellFailure(name: "CommandError", message: "Cell \(request.number), line \(line): \(message)")))
  }
}

/// All commands, by name.
struct CommandTable: Sendable {
  let all: [any Command]

  /// - Parameter others: Commands that the interpreter itself does not have, such as those of a course.
  init(adding others: [any Command] = []) { all = Self.own + others }

  private static let own: [any Command] = [
    HelpCommand(), TimeCommand(), TimeItCommand(), WhoCommand(), WhosCommand(), ResetCommand(), EnvironmentCommand(),
    DirectoryCommand(), LoadCommand(), WriteFileCommand(), BashCommand(), InstallCommand(), ExpectCommand(),
    HistoryCommand(),
  ]

  func command(_ name: String) -> (any Command)? { all.first { $0.name == name } }

  /// What to do in Swift instead of a command that IPython has and this kernel has not.
  static let foreign: [String: String] = [
    "alias": "Use !command for a shell command.",
    "autoreload": "Run the cell that holds the declaration again; later cells use the newest one.",
    "cat": "Use !cat FILE.",
    "capture": "Assign the value to a name; print goes to the cell's output.",
    "conda": "Use %install for a Swift package.",
    "config": "There is nothing to configure.",
    "debug": "The report of a failed cell shows the lines that led there; print values to see more.",
    "edit": "Use %load FILE and %%writefile FILE.",
    "html": "Use display(HTML(\"<b>text</b>\")) after import Glassbox.",
    "HTML": "Use display(HTML(\"<b>text</b>\")) after import Glassbox.",
    "javascript": "This kernel shows no JavaScript; use display(SVG(…)) or display(HTML(…)).",
    "js": "This kernel shows no JavaScript; use display(SVG(…)) or display(HTML(…)).",
    "latex": "Use display(LaTeX(\"x^2\")) after import Glassbox.",
    "load_ext": "Use %install for a Swift package, then import its module.",
    "ls": "Use !ls.",
    "lsmagic": "Use %help for the list of commands.",
    "magic": "Use %help.",
    "markdown": "Use display(Markdown(\"**text**\")) after import Glassbox.",
    "matplotlib": "Pictures need no set-up: a value that can draw itself is shown as a picture.",
    "memit": "Use %whos to see the bytes of each variable.",
    "mkdir": "Use !mkdir.",
    "notebook": "Use the notebook's own menus.",
    "pdb": "The report of a failed cell shows the lines that led there.",
    "pinfo": "Press Shift-Tab on a name.",
    "pip": "Use %install for a Swift package: %install https://github.com/apple/swift-numerics 1.1.1",
    "precision": "Use String(format:) or .formatted() for the number of digits.",
    "prun": "Use %time or %timeit.",
    "pwd": "Use !pwd, or %cd without an argument.",
    "pylab": "Import Glassbox for tensors and pictures.",
    "python": "Use %%bash with python3 in its first line: !python3 -c 'print(1)'.",
    "quickref": "Use %help.",
    "recall": "Use %history.",
    "rerun": "Run the cell again, or use %history to see it.",
    "rm": "Use !rm.",
    "run": "Use %load FILE and run the cell.",
    "save": "Use %%writefile FILE at the head of a cell.",
    "script": "Use %%bash.",
    "sh": "Use %%bash.",
    "store": "Write values to a file with Codable and JSONEncoder.",
    "sx": "Use !command.",
    "system": "Use !command.",
    "svg": "Use display(SVG(\"<svg …>\")) after import Glassbox.",
    "SVG": "Use display(SVG(\"<svg …>\")) after import Glassbox.",
    "who_ls": "Use %who.",
    "xdel": "Assign another value to the name, or use %reset.",
    "xmode": "Reports always show the lines that led to an error.",
  ]
}
