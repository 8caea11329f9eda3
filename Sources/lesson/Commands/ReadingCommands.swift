import ArgumentParser
import Course
import CourseTerminal
import Foundation

/// How the terminal is written to.
struct StyleOptions: ParsableArguments {
  @Flag(help: "For screen readers: no colours, no drawn lines.")
  var plain = false

  var isPlain: Bool { plain || !(ProcessInfo.processInfo.environment["LESSON_PLAIN"] ?? "").isEmpty }
}

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

struct NextCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(commandName: "next", abstract: "Go on where you were.")

  @OptionGroup var place: Place
  @OptionGroup var options: StyleOptions

  func run() async throws {
    let welcome = Welcome(
      lessons: try place.courseFolder().lessons(), progress: CourseProgress(place.workFolder.log.entries),
      now: Int(Date().timeIntervalSince1970))
    guard let lesson = welcome.lesson else { throw ValidationError("There are no lessons here.") }
    try await Reading.read(lesson, from: welcome.section, place: place, isPlain: options.isPlain)
  }
}

struct StartCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "start", abstract: "Read a lesson from its beginning, or get the file of an exercise.")

  @Argument(help: "A lesson such as 08, or an exercise such as 08.2.")
  var name: String

  @Option(help: "The section to begin with.")
  var section = 1

  @OptionGroup var place: Place
  @OptionGroup var options: StyleOptions

  func run() async throws {
    let course = try place.courseFolder()
    guard name.contains(".") else {
      guard let folder = course.lessonFolder(name) else { throw ValidationError("There is no lesson \(name).") }
      return try await Reading.read(
        try course.lesson(folder: folder), from: section - 1, place: place, isPlain: options.isPlain)
    }
    let exercise = try course.exercise(name)
    let work = place.workFolder
    let isNew = try work.start(exercise)
    let configuration = try place.sessionConfiguration()
    try work.writeEditorSettings(
      compiler: configuration.toolchain.root + "/bin/swiftc", flags: ["-I", configuration.installation.modules])
    print("\(exercise.id)  \(exercise.title)\n\n\(exercise.task)\n")
    print("\(isNew ? "Your file" : "Your file, as you left it"): \(work.path(of: exercise.id))")
    print("`lesson check \(exercise.id)` checks it, `lesson watch \(exercise.id)` at each save.")
  }
}

struct DoctorCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "doctor", abstract: "Look at everything that the course needs, and say what to do.")

  @Flag(help: "Print the findings as JSON.")
  var json = false

  @OptionGroup var place: Place

  func run() async throws {
    let findings = await CourseDoctor(course: try? place.courseFolder(), work: place.workFolder).findings()
    if json {
      try JSONOutput.print(findings)
    } else {
      for finding in findings {
        print("\(finding.isGood ? "ok  " : "FAIL")  \(finding.subject)  \(finding.detail)")
        if let remedy = finding.remedy { print("      \(remedy)") }
      }
    }
    if findings.contains(where: { !$0.isGood }) { throw ExitCode.failure }
  }
}
