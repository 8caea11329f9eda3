import Course

extension LessonPlayer {
  private static let help = """
    Enter           go on: run the code, or read the next part
    Swift           runs, with every value of the lesson; a line that is not whole is asked for more
    :show           what is on the screen now, once more: the code, the question or the task
    :edit [ID]      change the code shown last, or your file for an exercise, in your editor
    :skip           go on without running
    :back           the section before this one
    :check [ID]     check your file for the exercise shown last
    :use [ID]       run your file here, to try it at the prompt
    :hint [ID]      the next hint for it; `:hint 1` the first again
    :solution [ID]  one good answer, after a pass; `:solution ID anyway` before
    :list           the sections of this lesson
    :goto NUMBER    another section
    :why            the reasons behind the choices of the last question
    :reset          all values as the lesson makes them, without what you have typed
    :quit           leave; nothing is lost
    """

  /// Words that somebody may type without the colon.
  static let commandNames: Set<String> = [
    "show", "again", "edit", "skip", "back", "check", "use", "hint", "solution", "list", "goto", "why", "reset",
    "q",
  ]

  var currentStep: LessonStep? {
    let steps = lesson.sections[section].steps
    return steps.indices.contains(step) ? steps[step] : nil
  }

  /// Does what a line that begins with a colon asks for.
  func perform(_ name: String, _ words: [String]) async {
    switch name {
    case "help", "h", "?":
      for line in Self.help.split(separator: "\n") {
        let text = TerminalText.wrapped(
          String(line), width: console.style.width, indent: String(repeating: " ", count: 16))
        for line in text { console.line(line) }
      }
    case "quit", "q", "exit": quit()
    case "back", "b": go(to: section - 1)
    case "goto": go(to: (words.first.flatMap { Int($0) } ?? 0) - 1)
    case "show", "again": showAgain()
    case "edit", "e": await edit(words)
    case "list", "l":
      for (index, section) in lesson.sections.enumerated() {
        console.line("\(index == self.section ? "→" : " ") \(index + 1)  \(section.title)")
      }
    case "why", "w": why()
    case "check", "c": if let exercise = chosen(words), isBegun(exercise, for: "check") { await check(exercise) }
    case "use", "u": if let exercise = chosen(words), isBegun(exercise, for: "use") { await use(exercise) }
    case "reset": await reset()
    case "hint": hint(words)
    case "solution": solution(words)
    default: console.line("There is no :\(name). :help lists what there is.")
    }
  }

  private func go(to target: Int) {
    guard lesson.sections.indices.contains(target) else {
      return console.line("The sections are numbered from 1 to \(lesson.sections.count).")
    }
    section = target
    hasJumped = true
  }

  /// The words and the code that the prompt is about.
  private func showAgain() {
    let steps = lesson.sections[section].steps
    if step > 0, steps.indices.contains(step), case .text(let text) = steps[step - 1] {
      console.markdown(text)
      console.line()
    }
    switch currentStep {
    case .code(let code): show(code.text)
    case .predict(let question): show(question)
    case .exercise(let id): if let exercise, exercise.id == id { console.markdown(exercise.task) }
    case .text(let text): console.markdown(text)
    case nil: break
    }
  }

  /// The exercise that is named, or the one shown last.
  func chosen(_ words: [String]) -> Exercise? {
    guard let id = words.first(where: { $0.contains(".") }) ?? words.first(where: { Int($0) == nil }) else {
      if exercise == nil {
        console.markdown("Which exercise? Name it, as in `:check \(lesson.exercises.first ?? "08.1")`.")
      }
      return exercise
    }
    do throws(CourseMistake) { return try course.exercise(id) } catch {
      if case .unknownExercise = error.kind {
        console.markdown("There is no exercise \(id). This lesson has \(lesson.exercises.joined(separator: ", ")).")
      } else {
        console.markdown("\(error)")
      }
      return nil
    }
  }

  private func hint(_ words: [String]) {
    guard let exercise = chosen(words) else { return }
    guard let hint = HintLadder(exercise, work: work).hint(words.compactMap { Int($0) }.first) else {
      return console.line("The hints of \(exercise.id) are numbered from 1 to \(exercise.hints.count).")
    }
    console.markdown(hint)
  }

  private func solution(_ words: [String]) {
    guard let exercise = chosen(words.filter { $0 != "anyway" }) else { return }
    switch SolutionRule(exercise, work: work).look(isInsisting: words.contains("anyway")) {
    case .shown(let code): show(code)
    case .refused(let reason): console.markdown("\(reason) `:solution \(exercise.id) anyway` shows it now.")
    case .absent(let reason): console.markdown(reason)
    }
  }

  /// All choices of the last question that was asked, with their reasons.
  private func why() {
    if case .predict = currentStep {
      return console.markdown("Guess first, then run the code; then `:why` tells the reasons.")
    }
    guard openQuestion == nil else { return console.markdown("Run the code first, then `:why` tells the reasons.") }
    guard let question = lastQuestion, !question.choices.isEmpty else {
      return console.line("No question was asked yet.")
    }
    for choice in question.choices {
      let words = "\(choice.text): \(choice.isRight ? "right. " : "")\(choice.reason)"
      for line in MarkdownText(style: console.style).lines(words, after: "  \(choice.letter)  ") { console.line(line) }
    }
  }
}
