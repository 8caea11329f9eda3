import ArgumentParser
import Course
import CourseTerminal

struct StartCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "start", abstract: "Read a lesson from its beginning, or get the file of an exercise.")

  @Argument(help: "A lesson such as 08, or an exercise such as 08.2.")
  var name: String

  @Option(help: "The section to begin with.")
  var section = 1

  @Flag(help: "Print an exercise and the path of its file as JSON.")
  var json = false

  @OptionGroup var place: Place
  @OptionGroup var options: StyleOptions

  func run() async throws {
    guard name.contains(".") else {
      guard !json else { throw Refusal("A lesson is read, not printed: --json is for exercises such as 08.2.") }
      let lesson = try place.lesson(name)
      guard lesson.sections.indices.contains(section - 1) else {
        throw Refusal("Lesson \(lesson.number) has sections 1 to \(lesson.sections.count), and no section \(section).")
      }
      return try await Reading.read(lesson, from: section - 1, place: place, isPlain: options.isPlain)
    }
    let exercise = try place.exercise(name)
    let work = place.workFolder
    let isNew = try work.start(exercise)
    let configuration = try place.sessionConfiguration()
    try work.writeEditorSettings(
      compiler: configuration.toolchain.root + "/bin/swiftc", flags: ["-I", configuration.installation.modules])
    if json {
      struct Begun: Encodable { var exercise: String, title: String, task: String, file: String, isNew: Bool }
      return try JSONOutput.print(
        Begun(
          exercise: exercise.id, title: exercise.title, task: exercise.task, file: work.path(of: exercise.id),
          isNew: isNew))
    }
    let style = TextStyle.ofThisTerminal(isPlain: options.isPlain)
    print(style.bold("\(exercise.id)  \(exercise.title)") + "\n")
    print(MarkdownText(style: style).text(exercise.task))
    print("\(isNew ? "Your file" : "Your file, as you left it"): \(work.path(of: exercise.id))")
    let name = ProgramName.words
    let next = "`\(name) check \(exercise.id)` checks it, `\(name) watch \(exercise.id)` at each save."
    print(MarkdownText(style: style).text(next), terminator: "")
  }
}
