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
      let isFirst = !work.hasFiles
      let isNew = try work.start(exercise)
      console.line("\n\(isNew ? "Your file" : "Your file, as you left it"): \(work.path(of: exercise.id))")
      if isFirst {
        console.markdown(
          "Open it in your editor in a second window, or here with `:edit`. Replace the lines that say so, save, come back and type `:check`."
        )
      }
    } catch { console.markdown("\(error)") }
    await prompt("[Enter] go on, :edit, :check, :hint") { true }
  }

  /// Makes the learner's file for an exercise if it is not there.
  ///
  /// - Returns: Whether it is there.
  func begin(_ exercise: Exercise) -> Bool {
    do throws(CourseProblem) {
      if try work.start(exercise) { console.line("Your file is new: \(work.path(of: exercise.id))") }
      return true
    } catch {
      console.markdown("\(error)")
      return work.code(of: exercise.id) != nil
    }
  }

  /// Whether the learner has a file for an exercise in which something can stand by now.
  func isBegun(_ exercise: Exercise, for command: String) -> Bool {
    guard work.code(of: exercise.id) == nil else { return true }
    if begin(exercise) {
      console.markdown("Write in it, or `:edit \(exercise.id)`, then `:\(command) \(exercise.id)`.")
    }
    return false
  }

  /// Grades the learner's file.
  func check(_ exercise: Exercise) async {
    guard let code = work.code(of: exercise.id) else { return }
    console.beginWaiting("checking")
    let grader = WorkGrader(exercise, configuration: configuration)
    let report = await stopper.during { await grader.grade([code], name: "\(exercise.id).swift") }
    console.endWaiting(forgetsKeys: true)
    log(
      ProgressEntry(
        .checked, lesson: exercise.lesson, exercise: exercise.id, points: report.points, total: report.total,
        content: exercise.contentHash, work: ContentHash.of([code])))
    if code == exercise.stub, exercise.kind != .quiz {
      console.line("Your file is still as it was at the beginning: \(work.path(of: exercise.id))")
    }
    console.report(
      report.text(
        isColored: console.style.isColored, hintCommand: ":hint", solutionCommand: ":solution",
        width: console.style.width, hintsShown: CourseProgress(work.log.entries).hintsShown(exercise.id)))
    if report.isPassed, exercise.kind != .quiz { await use(exercise, isSilent: true) }
  }

  /// Declares in the lesson what the learner's file declares, as a notebook's cell would.
  func use(_ exercise: Exercise, isSilent: Bool = false) async {
    guard let code = work.code(of: exercise.id) else { return }
    if let failure = await execute(code, isSilent: isSilent) {
      if !isSilent { say(failure) }
      return
    }
    guard let name = exercise.names.first else { return }
    let others = exercise.names.dropFirst().map { "`\($0)`" }
    let all = (["`\(name)`"] + others).joined(separator: ", ")
    console.markdown(
      "  \(all) \(others.isEmpty ? "is" : "are") here now, as you have written \(others.isEmpty ? "it" : "them"): type Swift to try."
    )
  }
}
