import ArgumentParser
import Course
import CourseGrading

struct ReleaseCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "release", abstract: "Write a handout of lessons for learners: no solution is in it.")

  @Argument(help: "The lessons, for instance 08.")
  var lessons: [String]

  @Option(name: .customLong("to"), help: ArgumentHelp("A new folder.", valueName: "folder"))
  var target: String

  @Flag(help: "Print the paths of the files as JSON.")
  var json = false

  @OptionGroup var place: Place

  func run() throws {
    let course = try place.courseFolder()
    let folders = try lessons.map { number in
      let lesson = try place.lesson(number)
      return course.lessonFolder(lesson.number) ?? lesson.number
    }
    let files = try CourseHandout(course).write(lessons: folders, to: target)
    if json { return try JSONOutput.print(files) }
    print("\(files.count) files are in \(target). No line of a solution is among them.")
  }
}
