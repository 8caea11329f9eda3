import Foundation
import Testing

@testable import Course

@Suite("Progress") struct ProgressTests {
  private let folder: TemporaryFolder
  private let work: WorkFolder

  init() throws {
    folder = try TemporaryFolder()
    work = WorkFolder(root: folder.path + "/work")
    try work.prepare()
  }

  private func entry(_ points: Int, _ exercise: Exercise) -> ProgressEntry {
    ProgressEntry(
      .checked, lesson: "90", exercise: exercise.id, points: points, total: 4, content: exercise.contentHash, time: 5)
  }

  @Test("What was added is there, in order, also for another program") func log() throws {
    let exercise = try smallCourse.exercise("90.1")
    try work.log.add(entry(2, exercise))
    try ProgressLog(path: work.log.path).add(entry(4, exercise))
    #expect(work.log.entries == [entry(2, exercise), entry(4, exercise)])
    #expect(CourseProgress(work.log.entries).state(exercise) == .passed)
  }

  @Test("Half a last line, lines that are no entries and fields of a later version do no harm") func damage() throws {
    let exercise = try smallCourse.exercise("90.1")
    try work.log.add(entry(1, exercise))
    let file = try #require(FileHandle(forWritingAtPath: work.log.path))
    try file.seekToEnd()
    try file.write(
      contentsOf: Data("{\"event\":\"checked\",\"lesson\":\"90\",\"mood\":\"good\",\"time\":7}\nnonsense\n{\"ev".utf8))
    try work.log.add(entry(3, exercise))
    #expect(work.log.entries.map(\.points) == [1, nil, 3])
  }

  @Test("Many that add at the same time lose nothing") func concurrent() async throws {
    let log = work.log
    await withTaskGroup(of: Void.self) { group in
      for number in 0..<100 {
        group.addTask { try? log.add(ProgressEntry(.hint, lesson: "90", detail: "\(number)")) }
      }
    }
    #expect(Set(log.entries.compactMap(\.detail)) == Set((0..<100).map(String.init)))
  }

  @Test("A pass of an earlier version of the exercise is remembered as such") func upgrade() throws {
    var exercise = try smallCourse.exercise("90.1")
    try work.log.add(entry(4, exercise))
    exercise.suite += "// one check more\n"
    let progress = CourseProgress(work.log.entries)
    #expect(progress.state(exercise) == .passedEarlier)
    #expect(progress.best(exercise) == nil)
  }

  @Test("Nothing of the learner's is overwritten without a copy") func copies() throws {
    let exercise = try smallCourse.exercise("90.1")
    #expect(try work.start(exercise))
    #expect(try work.replace("90.1", with: "mine") != nil)
    #expect(try !work.start(exercise))
    #expect(work.code(of: "90.1") == "mine")
    let copy = try #require(try work.replace("90.1", with: exercise.stub))
    #expect(try String(contentsOfFile: copy, encoding: .utf8) == "mine")
    #expect(try work.replace("90.1", with: exercise.stub) == nil)
    #expect(work.code(of: "90.1") == exercise.stub)
  }

  @Test("Hints come one after the other, and begin anew after a reset") func hints() throws {
    let exercise = try smallCourse.exercise("90.1")
    let ladder = HintLadder(exercise, work: work)
    let shown = (0..<4).map { _ in ladder.hint()?.prefix(11) }
    #expect(shown == ["Hint 1 of 3", "Hint 2 of 3", "Hint 3 of 3", "Hint 3 of 3"])
    #expect(ladder.hint(7) == nil)
    try work.log.add(ProgressEntry(.reset, lesson: "90", exercise: "90.1"))
    #expect(ladder.hint()?.hasPrefix("Hint 1 of 3") == true)
  }

  @Test("A solution is shown after a pass, or on demand") func solution() throws {
    let exercise = try smallCourse.exercise("90.1")
    let rule = SolutionRule(exercise, work: work)
    guard case .refused = rule.look(isInsisting: false) else {
      Issue.record("it was shown at once")
      return
    }
    #expect(rule.look(isInsisting: true) == .shown(try #require(exercise.solution)))
    try work.log.add(entry(4, exercise))
    #expect(rule.look(isInsisting: false) == .shown(try #require(exercise.solution)))
  }

  @Test("A folder that cannot be written to is told with its path") func unwritable() throws {
    try folder.write("a file", to: "blocked")
    #expect(throws: CourseProblem.self) { try WorkFolder(root: folder.path + "/blocked").prepare() }
  }

  @Test("Editors learn how to read each file") func editors() throws {
    try work.start(try smallCourse.exercise("90.1"))
    try work.writeEditorSettings(compiler: "/swiftc", flags: ["-I", "/modules"])
    let data = try #require(FileManager.default.contents(atPath: work.root + "/compile_commands.json"))
    let list = try #require(try JSONSerialization.jsonObject(with: data) as? [[String: Any]])
    #expect(list.first?["arguments"] as? [String] == ["/swiftc", "-I", "/modules", work.path(of: "90.1")])
  }
}
