import Course

extension LessonPlayer {
  /// Makes all values anew, as the lesson makes them up to here.
  func reset() async {
    _ = await execute("%reset", isSilent: true)
    skipped = []
    unread = 0
    await runSilently(to: ReadingPlace(lesson: lesson.number, section: section, step: step))
    console.line("All values are as the lesson makes them up to here.")
  }

  /// Makes the values of what comes before a place: what was read before, or what somebody has jumped over.
  func runSilently(to place: ReadingPlace) async {
    var steps = unread < place.section ? lesson.sections[unread..<place.section].flatMap(\.steps) : []
    steps += lesson.sections[place.section].steps.prefix(place.step)
    unread = max(unread, place.section)
    let progress = CourseProgress(work.log.entries)
    var code: [String] = []
    for step in steps {
      switch step {
      case .code(let piece) where piece.kind == .runs: code.append(piece.text)
      case .exercise(let id):
        // The text goes on with what the learner has written, once it is right.
        if let exercise = try? course.exercise(id), exercise.kind != .quiz, progress.state(exercise) == .passed {
          code += work.code(of: id).map { [$0] } ?? []
        }
      default: break
      }
    }
    guard !code.isEmpty else { return }
    console.beginWaiting("running the code of what comes before, so that its values are there")
    for text in code { _ = await execute(text, isSilent: true) }
    console.endWaiting(forgetsKeys: true)
  }

  /// Runs what was passed by, before code that may need it.
  func runSkipped() async {
    guard !skipped.isEmpty else { return }
    console.beginWaiting("running the code that you have skipped")
    for code in skipped { _ = await execute(code, isSilent: true) }
    console.endWaiting(forgetsKeys: false)
    skipped = []
  }
}
