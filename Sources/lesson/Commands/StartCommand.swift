import ArgumentParser
import Course

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
      guard let folder = course.lessonFolder(name) else { throw Refusal("There is no lesson \(name).") }
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
