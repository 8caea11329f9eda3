import ArgumentParser
import Course
import CourseTerminal
import Foundation

struct WelcomeCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "welcome", abstract: "Say where you were and what is next (the default).")

  @Flag(help: "Print where you are as JSON.")
  var json = false

  @OptionGroup var place: Place
  @OptionGroup var options: StyleOptions

  func run() async throws {
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
    guard Screen.isTerminal else {
      return print("`lesson next` goes on, `lesson list` lists everything, `lesson --help` the commands.")
    }
    while true {
      print("[Enter] go on   [l] list   [q] quit ", terminator: "")
      fflush(nil)
      switch readLine()?.lowercased().trimmingCharacters(in: .whitespaces) {
      case "l", "list": try ListCommand.parse(place.arguments).run()
      case "":
        guard let lesson = welcome.lesson else { return }
        return try await Reading.read(lesson, from: welcome.section, place: place, isPlain: options.isPlain)
      case "q", "quit": return
      case nil: return print()
      default: print("Enter, l or q. Other commands begin with `lesson`, as `lesson check 08.2` does.")
      }
    }
  }
}
