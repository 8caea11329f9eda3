import ArgumentParser
import Course
import CourseTerminal

struct ListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List the lessons and how far you are; with a lesson's number its exercises.")

  @Argument(help: "Lessons such as 08, to see their questions and exercises.")
  var lessons: [String] = []

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
    let chosen = try lessons.map { name in
      try place.lesson(name).number
    }
    let rows = try course.lessons().filter { chosen.isEmpty || chosen.contains($0.number) }.map { lesson in
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
    if !chosen.isEmpty {
      rows.forEach(printWhole)
    } else {
      printShort(rows, current: progress.last?.lesson ?? rows.first?.lesson)
    }
  }

  /// All lessons, one line each: what takes more than a screen is not read.
  private func printShort(_ rows: [Row], current: String?) {
    let style = TextStyle.ofThisTerminal()
    let isNarrow = style.width < 76
    for row in rows {
      let (points, total) = row.exercises.reduce((0, 0)) { ($0.0 + $1.points, $0.1 + $1.total) }
      let start = "\(row.lesson == current ? "→" : " ") \(style.bold(row.lesson))  "
      if isNarrow {
        print(start + "\(row.title)  \(row.sectionsRead)/\(row.sections) read, \(points)/\(total) points")
      } else {
        let read = row.sectionsRead == row.sections ? "read" : "\(row.sectionsRead) of \(row.sections) sections"
        print(start + "\(Self.padded(row.title, 30))  \(Self.padded(read, 17))  \(points) of \(total) points")
      }
    }
    let number = current ?? "08"
    let name = ProgramName.words
    let next = "`\(name) start \(number)` reads a lesson, `\(name) list \(number)` shows its exercises."
    print("\n" + MarkdownText(style: style).text(next), terminator: "")
  }

  private static func padded(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - text.count))
  }

  private func printWhole(_ row: Row) {
    let style = TextStyle.ofThisTerminal()
    print(style.bold("\(row.lesson)  \(row.title)"))
    let about = "\(row.question) About \(row.minutes) minutes, \(row.sectionsRead) of \(row.sections) sections read."
    print(MarkdownText(style: style).text(about), terminator: "")
    for item in row.exercises {
      let title = style.width < 76 ? item.title : Self.padded(item.title, 34)
      let line = "  \(item.exercise)  \(title)  \(item.points) of \(item.total) points   \(item.state)"
      print(TerminalText.report(line, width: style.width))
    }
    if let open = row.exercises.first(where: { $0.state != "passed" }) {
      let next = "`\(ProgramName.words) start \(open.exercise)` gives you the file of an exercise."
      print("\n" + MarkdownText(style: style).text(next), terminator: "")
    }
  }
}
