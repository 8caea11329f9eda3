import Course
import CourseGrading

extension LessonPlayer {
  func play(exercise id: String) async {
    do throws(CourseMistake) { exercise = try course.exercise(id) } catch { return console.line("\(error)") }
    guard let exercise else { return }
    console.line(console.style.bold("Exercise \(exercise.id) · \(exercise.title)") + "   \(exercise.points) points\n")
    console.markdown(exercise.task)
    if exercise.kind == .quiz {
      if await answer(exercise) { await check(exercise) }
      return
    }
    do throws(CourseProblem) {
      try work.start(exercise)
      console.line("\nYour file: \(work.path(of: exercise.id))")
    } catch { console.line("\(error)") }
    await prompt("[Enter] go on, :check, :hint") {}
  }

  /// Grades the learner's file.
  func check(_ exercise: Exercise) async {
    guard let code = work.code(of: exercise.id) else {
      return console.line("There is no \(work.path(of: exercise.id)) yet. `lesson start \(exercise.id)` makes it.")
    }
    let report = await WorkGrader(exercise, configuration: configuration).grade([code], name: "\(exercise.id).swift")
    log(
      ProgressEntry(
        .checked, lesson: exercise.lesson, exercise: exercise.id, points: report.points, total: report.total,
        content: exercise.contentHash, work: ContentHash.of([code])))
    console.report(
      report.text(
        isColored: console.style.isColored, hintCommand: ":hint", solutionCommand: ":solution",
        width: console.style.width))
  }
}
