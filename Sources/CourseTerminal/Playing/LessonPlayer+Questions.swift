import Course

extension LessonPlayer {
  /// Asks for a guess before the code below runs.
  func ask(_ question: Question) {
    console.line(console.style.bold("Predict. ") + question.prompt)
    for choice in question.choices { console.line("  \(choice.letter)  \(choice.text)") }
    let words = question.choices.isEmpty ? "your guess" : question.choices.map(\.letter).joined(separator: ", ")
    guard let answer = console.readLine(prompt: "\(lesson.number) [\(words)]> ") else { return quit() }
    let guess = answer.filter { !$0.isWhitespace }.lowercased()
    guard !guess.isEmpty, !guess.hasPrefix(":") else { return }
    openQuestion = (question, guess)
    let right = question.rightChoice.map { $0.letter == guess ? 1 : 0 }
    log(ProgressEntry(.predicted, lesson: lesson.number, detail: guess, points: right))
  }

  /// Tells how the guess was, now that the code has shown the answer.
  func settleQuestion() {
    guard let (question, answer) = openQuestion else { return }
    openQuestion = nil
    guard let right = question.rightChoice else { return }
    console.line()
    if right.letter == answer {
      console.line("Your prediction was right. \(right.reason)")
    } else if let choice = question.choices.first(where: { $0.letter == answer }) {
      console.line("You predicted \(answer). \(choice.reason)")
      console.line("It is \(right.letter), \(right.text). \(right.reason)")
    } else {
      console.line("It is \(right.letter), \(right.text). \(right.reason)")
    }
  }

  /// Asks the questions of a quiz one by one and keeps the answers in the learner's file.
  func answer(_ quiz: Exercise) {
    var letters: [String] = []
    for question in quiz.questions {
      console.line("\n" + question.prompt)
      for choice in question.choices { console.line("  \(choice.letter)  \(choice.text)") }
      guard let line = console.readLine(prompt: "\(quiz.id)> ") else { return quit() }
      letters.append(line.filter { !$0.isWhitespace }.lowercased())
    }
    do { try work.replace(quiz.id, with: quiz.answers(letters)) } catch { console.line("\(error)") }
  }
}
