import Course

extension LessonPlayer {
  private static let help = """
    Enter          go on: run the code, or read the next part
    Swift          runs, with every value of the lesson; a line that is not whole is asked for more
    :edit          change the code shown last in your editor and run it
    :skip          go on without running
    :back          the section before this one
    :check [ID]    check your file for the exercise shown last
    :hint [ID]     the next hint for it
    :solution [ID] one good answer, after a pass; `:solution ID anyway` before
    :list          the sections of this lesson
    :goto NUMBER   another section
    :why           the reasons behind the choices of the last question
    :quit          leave; nothing is lost
    """

  /// Does what a line that begins with a colon asks for.
  func perform(_ name: String, _ words: [String]) async {
    switch name {
    case "help", "h", "?": console.line(Self.help)
    case "quit", "q": quit()
    case "back", "b": go(to: section - 1)
    case "goto": go(to: (words.first.flatMap { Int($0) } ?? 0) - 1)
    case "list", "l":
      for (index, section) in lesson.sections.enumerated() {
        console.line("\(index == self.section ? "→" : " ") \(index + 1)  \(section.title)")
      }
    case "why", "w": why()
    case "check", "c": if let exercise = chosen(words) { await check(exercise) }
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
    step = -1
  }

  /// The exercise that is named, or the one shown last.
  private func chosen(_ words: [String]) -> Exercise? {
    guard let id = words.first else {
      if exercise == nil {
        console.line("Which exercise? Name it, as in `:check \(lesson.exercises.first ?? "08.1")`.")
      }
      return exercise
    }
    do throws(CourseMistake) { return try course.exercise(id) } catch {
      console.line("There is no exercise \(id). This lesson has \(lesson.exercises.joined(separator: ", ")).")
      return nil
    }
  }

  private func hint(_ words: [String]) {
    guard let exercise = chosen(words), let hint = HintLadder(exercise, work: work).hint() else { return }
    console.markdown(hint)
  }

  private func solution(_ words: [String]) {
    guard let exercise = chosen(words.filter { $0 != "anyway" }) else { return }
    switch SolutionRule(exercise, work: work).look(isInsisting: words.contains("anyway")) {
    case .shown(let code): show(code)
    case .refused(let reason): console.line("\(reason) `:solution \(exercise.id) anyway` shows it now.")
    case .absent(let reason): console.line(reason)
    }
  }

  /// All choices of the last question that was read, with their reasons.
  private func why() {
    let questions = lesson.sections[section].steps.prefix(max(0, step + 1)).compactMap { step in
      if case .predict(let question) = step { question } else { nil }
    }
    guard let question = questions.last, !question.choices.isEmpty else {
      return console.line("No question was asked in this section yet.")
    }
    for choice in question.choices {
      let words = "\(choice.text): \(choice.isRight ? "right. " : "")\(choice.reason)"
      for line in MarkdownText(style: console.style).lines(words, after: "  \(choice.letter)  ") { console.line(line) }
    }
  }
}
