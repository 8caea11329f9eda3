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
    let style = TextStyle(
      isColored: Screen.isColored && !options.isPlain, isPlain: options.isPlain, width: Screen.width)
    print(welcome.text(style), terminator: "")
    guard Screen.isTerminal else {
      return print("`lesson next` goes on, `lesson list` lists everything, `lesson --help` the commands.")
    }
    print("[Enter] go on   [l] list   [q] quit ", terminator: "")
    fflush(nil)
    switch readLine()?.lowercased() {
    case "l": try ListCommand.parse(place.arguments).run()
    case "":
      if let lesson = welcome.lesson {
        try await Reading.read(lesson, from: welcome.section, place: place, isPlain: options.isPlain)
      }
    default: break
    }
  }
}
