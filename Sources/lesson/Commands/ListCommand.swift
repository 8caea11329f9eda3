import ArgumentParser
import Course

struct ListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List the lessons and exercises, and how far you are.")

  @Flag(help: "Print the list as JSON.")
  var json = false

  @OptionGroup var place: Place

  struct Row: Encodable {
    var lesson: String
    var title: String
    var question: String
    var minutes: Int
    var sections: Int
    var sectionsRead: Int
    var exercises: [Item]
  }

  struct Item: Encodable {
    var exercise: String
    var title: String
    var kind: String
    var state: String
    var points: Int
    var total: Int
  }

  func run() throws {
    let course = try place.courseFolder()
    let progress = CourseProgress(place.workFolder.log.entries)
    let rows = try course.lessons().map { lesson in
      Row(
        lesson: lesson.number, title: lesson.title, question: lesson.question, minutes: lesson.minutes,
        sections: lesson.sections.count, sectionsRead: progress.sectionsRead(of: lesson.number),
        exercises: try lesson.exercises.map { id in
          let exercise = try course.exercise(id)
          return Item(
            exercise: id, title: exercise.title, kind: exercise.kind.rawValue,
            state: progress.state(exercise).rawValue, points: progress.best(exercise)?.points ?? 0,
            total: exercise.points)
        })
    }
    if json { return try JSONOutput.print(rows) }
    for row in rows {
      print(
        "\(row.lesson)  \(row.title)   \(row.question)   \(row.minutes) minutes, \(row.sectionsRead) of \(row.sections) sections read"
      )
      for item in row.exercises {
        print("      \(item.exercise)  \(item.title)   \(item.points) of \(item.total) points   \(item.state)")
      }
    }
  }
}
