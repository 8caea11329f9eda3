import Course
import CourseGrading
import Foundation
import Interpreter
import NotebookFormat
import Testing

@Suite("Grading many submissions", .serialized) struct BatchTests {
  private static let good = "func double(_ n: Int) -> Int { n + n }\n"

  @Test("One bad submission never stops the others, and each gets its report") func batch() async throws {
    let folder = try Surroundings.temporaryFolder()
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let exercise = try Surroundings.smallCourse.exercise("90.1")
    try Surroundings.write(Self.good, to: "\(folder)/ana/90.1.swift")
    try Surroundings.write("func double(_ n: Int) -> Int { n * n }", to: "\(folder)/ben/work/90.1.swift")
    try Surroundings.write("func double(_ n: Int) -> Int { while true {} }", to: "\(folder)/loop/90.1.swift")
    try Surroundings.write("func double(_ n: Int) -> Int { [1][n] }", to: "\(folder)/crash/90.1.swift")
    try Surroundings.write("func double(_ n: Int) -> Int { 0 }", to: "\(folder)/tamper/90.1.swift")
    try Surroundings.write("import Testing\n", to: "\(folder)/tamper/checks.swift")
    try Surroundings.write("not a notebook", to: "\(folder)/broken.ipynb")
    let notebook = Notebook(cells: [
      NotebookCell(.code, id: "other", source: "while true {}"),
      NotebookCell(.code, id: "exercise-90-1", source: Self.good),
    ])
    try Surroundings.write(notebook.text, to: "\(folder)/=note,book.ipynb")
    try FileManager.default.createDirectory(atPath: "\(folder)/link", withIntermediateDirectories: true)
    try FileManager.default.createSymbolicLink(
      atPath: "\(folder)/link/90.1.swift", withDestinationPath: "\(exercise.folder)/solution.swift")

    let submissions = Submission.all(in: folder, exercises: [exercise])
    let grader = BatchGrader(
      course: Surroundings.smallCourse, exercises: [exercise], configuration: try Surroundings.configuration,
      isolation: await .best(), hidden: [folder], jobs: 2)
    let reports = await grader.grade(submissions)
    let points = Dictionary(uniqueKeysWithValues: reports.map { ($0.student, $0.points) })
    #expect(
      points == [
        "ana": 4, "ben": 1, "loop": 0, "crash": 0, "tamper": 0, "broken": 0, "=note,book": 4, "link": 0,
      ])
    let table = GradeTable.text(reports)
    #expect(table.hasPrefix("student,90.1,points,max,remarks\n"))
    #expect(table.contains("\"'=note,book\",4,4,4,"), "\(table)")
    let tamper = try #require(reports.first { $0.student == "tamper" })
    #expect(tamper.text.contains("They were not used"))
    let summary = ClassSummary(reports)
    #expect(summary.students == 8 && summary.timedOut == 1 && summary.stopped == 1 && summary.meddled == 1)
    #expect(summary.hardest?.check == "negative numbers, too")
    #expect(summary.text.contains("90.1 was the hardest"))
  }

  @Test("Where the system allows it, a submission sees no checks, no network and writes only to its own folder")
  func isolation() async throws {
    let isolation = await Isolation.best()
    guard isolation.tool != .none else { return }
    let folder = try Surroundings.temporaryFolder()
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try Surroundings.write("secret", to: "\(folder)/hidden/secret")
    let code = """
      import Foundation
      let names = (try? FileManager.default.contentsOfDirectory(atPath: "\(folder)/hidden")) ?? []
      let networks = ((try? String(contentsOfFile: "/proc/net/dev", encoding: .utf8)) ?? "").split(separator: "\\n").count
      let escaped = FileManager.default.createFile(atPath: "/usr/escaped", contents: Data())
      let own = FileManager.default.createFile(atPath: NSTemporaryDirectory() + "mine", contents: Data())
      let cache = ProcessInfo.processInfo.environment["GLASSBOX_CACHE"] ?? ""
      let poisoned = cache.isEmpty || FileManager.default.createFile(atPath: cache + "/escaped", contents: Data())
      func double(_ n: Int) -> Int {
        names.isEmpty && networks <= 3 && !escaped && !poisoned && own ? n + n : n == 2 ? names.count : n == 3 ? networks : 0
      }
      """
    let exercise = try Surroundings.smallCourse.exercise("90.1")
    try Surroundings.write(code, to: "\(folder)/work/eve/90.1.swift")
    let grader = BatchGrader(
      course: Surroundings.smallCourse, exercises: [exercise], configuration: try Surroundings.configuration,
      isolation: isolation, hidden: [folder + "/hidden"], jobs: 1)
    let reports = await grader.grade(Submission.all(in: folder + "/work", exercises: [exercise]))
    #expect(reports.first?.points == 4, "\(reports.map(\.text))")
  }

  @Test("A cell that has lost its id is found by what it declares, and of two the last counts") func cells() throws {
    let folder = try Surroundings.temporaryFolder()
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let exercise = try Surroundings.smallCourse.exercise("90.1")
    let lost = Notebook(cells: [NotebookCell(.code, id: "pasted", source: Self.good)])
    try Surroundings.write(lost.text, to: "\(folder)/lost.ipynb")
    let twice = Notebook(cells: [
      NotebookCell(.code, id: "exercise-90-1", source: "1"),
      NotebookCell(.code, id: "exercise-90-1", source: Self.good),
    ])
    try Surroundings.write(twice.text, to: "\(folder)/twice.ipynb")
    let submissions = Submission.all(in: folder, exercises: [exercise])
    #expect(submissions.map { $0.work["90.1"] } == [[Self.good], [Self.good]])
    #expect(submissions[0].remarks.first?.contains("lost its id") == true)
    #expect(submissions[1].remarks.first?.contains("there are 2 cells") == true)
  }
}
