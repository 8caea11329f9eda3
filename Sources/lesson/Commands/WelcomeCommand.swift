import ArgumentParser
import Course
import CourseTerminal
import Foundation

struct WelcomeCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "welcome", abstract: "Say where you were and what is next (the default).")

  @Argument(help: .hidden)
  var words: [String] = []

  @Flag(help: "Print where you are as JSON.")
  var json = false

  @OptionGroup var place: Place
  @OptionGroup var options: StyleOptions

  func run() async throws {
    if let word = words.first {
      // `lesson 09` reads a lesson, and `lesson 09.1` begins an exercise.
      guard words.count == 1, word.allSatisfy({ $0.isNumber || $0 == "." }) else {
        throw Refusal("There is no command `\(word)`. `\(ProgramName.words) --help` lists what there is.")
      }
      let start = try StartCommand.parse(
        [word] + (json ? ["--json"] : []) + (options.plain ? ["--plain"] : []) + place.arguments)
      return try await start.run()
    }
    let lessons = try place.courseFolder().lessons()
    let welcome = Welcome(
      lessons: lessons, progress: CourseProgress(place.workFolder.log.entries),
      now: Int(Date().timeIntervalSince1970))
    if json {
      struct Position: Encodable { var lesson: String?, title: String?, section: Int }
      return try JSONOutput.print(
        Position(lesson: welcome.lesson?.number, title: welcome.lesson?.title, section: welcome.section + 1))
    }
    let style = TextStyle.ofThisTerminal(isPlain: options.isPlain)
    print(welcome.text(style), terminator: "")
    let name = ProgramName.words
    guard Screen.isTerminal else {
      let next = "`\(name) next` goes on, `\(name) list` lists everything, `\(name) --help` the commands."
      return print(MarkdownText(style: style).text(next), terminator: "")
    }
    while true {
      print("[Enter] go on   [l] list   [q] quit   or a lesson's number> ", terminator: "")
      fflush(nil)
      guard let line = readLine() else { return print() }
      let words = line.lowercased().split(whereSeparator: \.isWhitespace).map(String.init)
      switch words.first {
      case nil:
        guard let lesson = welcome.lesson else { return }
        return try await Reading.read(
          lesson, from: welcome.section, step: welcome.step, place: place, isPlain: options.isPlain, introduces: false)
      case "l" where words.count == 1: await run(["list"])
      case "q", "quit", "exit", ":q", ":quit": return
      case "welcome": continue
      case let first? where first.allSatisfy { $0.isNumber || $0 == "." }: await run(["start"] + words)
      case let first? where Self.commands.contains(first): await run(words)
      default:
        let help =
          "Press Enter, or type l, q, a number such as 08, or a command such as `check 08.2`. `--help` lists the commands."
        print(MarkdownText(style: style).text(help), terminator: "")
      }
    }
  }

  private static let commands: Set<String> = [
    "check", "check-course", "doctor", "grade", "help", "--help", "hint", "list", "next", "progress", "release",
    "reset",
    "solution", "start", "watch",
  ]

  /// Does what a line asks for, as if it had been typed in the shell.
  private func run(_ words: [String]) async {
    let arguments = words.first?.hasSuffix("help") == true ? words : words + place.arguments
    do {
      var command = try LessonCommand.parseAsRoot(arguments)
      if var command = command as? any AsyncParsableCommand {
        try await command.run()
      } else {
        try command.run()
      }
    } catch let code as ExitCode {
      // A check that misses a point has said so.
      _ = code
    } catch {
      let message = LessonCommand.fullMessage(for: error)
      if !message.isEmpty { print(message) }
    }
  }
}
