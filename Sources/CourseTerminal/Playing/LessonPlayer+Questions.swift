import Course

extension LessonPlayer {
  /// Asks for a guess before the code below runs.
  func ask(_ question: Question) async {
    lastQuestion = question
    show(question)
    let letters = question.choices.map(\.letter).joined(separator: ", ")
    let words = letters.isEmpty ? "your guess" : letters
    let guess = await answer(to: question, prompt: "\(lesson.number) [\(words)]> ")
    guard !isElsewhere else { return }
    // Whoever has no guess is told the answer all the same, behind the code.
    openQuestion = (question, guess ?? "")
    guard let guess else { return }
    let right = question.rightChoice.map { $0.letter == guess ? 1 : 0 }
    log(ProgressEntry(.predicted, lesson: lesson.number, detail: guess, points: right))
  }

  func show(_ question: Question) {
    console.markdown("**Predict.** " + question.prompt)
    show(question.choices)
  }

  private func show(_ choices: [Question.Choice]) {
    for choice in choices {
      for line in MarkdownText(style: console.style).lines(choice.text, after: "  \(choice.letter)  ") {
        console.line(line)
      }
    }
  }

  /// The letter of a choice, or what was typed to an open question; `nil` without an answer, and after `:quit`, `:back` and
  /// the like. Anything else than a letter is asked for again: a slip of the finger is no guess.
  private func answer(to question: Question, prompt: String) async -> String? {
    while !isElsewhere {
      switch PlayerInput(console.readLine(prompt: prompt)) {
      case .end: quit()
      case .goOn, .command("skip", _), .command("s", _): return nil
      case .command(let name, let words): await perform(name, words)
      case .swift(let text):
        guard let guess = Self.guess(text, of: question) else {
          console.line("Type one of the letters, or press Enter to go on without an answer.")
          continue
        }
        return guess
      }
    }
    return nil
  }

  /// The letter that was typed, or that of the choice whose words were typed; `nil` for anything else.
  private static func guess(_ text: String, of question: Question) -> String? {
    func bare(_ text: String) -> String { text.filter { !$0.isWhitespace && $0 != "`" && $0 != "." }.lowercased() }
    let guess = text.filter { !$0.isWhitespace && $0 != ")" }.lowercased()
    guard !question.choices.isEmpty, !question.choices.contains(where: { $0.letter == guess }) else { return guess }
    let same = question.choices.filter { bare($0.text) == bare(text) }
    return same.count == 1 ? same[0].letter : nil
  }

  /// Tells how the guess was, now that the code has shown the answer.
  func settleQuestion() {
    guard let (question, answer) = openQuestion else { return }
    openQuestion = nil
    guard let right = question.rightChoice else { return }
    console.line()
    if right.letter == answer {
      console.markdown("Your prediction was right. \(right.reason)")
    } else if let choice = question.choices.first(where: { $0.letter == answer }) {
      console.markdown("You predicted \(answer). \(choice.reason)")
      console.markdown("It is \(right.letter): \(right.text). \(right.reason)")
    } else {
      console.markdown("It is \(right.letter): \(right.text). \(right.reason)")
    }
  }

  /// Asks the questions of a quiz one by one and keeps the answers in the learner's file.
  ///
  /// - Returns: Whether all of them were asked; whoever leaves in the middle keeps the answers of before.
  func answer(_ quiz: Exercise) async -> Bool {
    var letters: [String] = []
    for (index, question) in quiz.questions.enumerated() {
      console.line()
      console.markdown(question.prompt)
      show(question.choices)
      let choices = question.choices.map(\.letter).joined(separator: ", ")
      let prompt = "\(quiz.id), \(index + 1) of \(quiz.questions.count) [\(choices)]> "
      letters.append(await answer(to: question, prompt: prompt) ?? "")
      if isElsewhere { return false }
    }
    do throws(CourseProblem) { try work.replace(quiz.id, with: quiz.answers(letters)) } catch {
      console.markdown("\(error)")
      return false
    }
    return true
  }
}
