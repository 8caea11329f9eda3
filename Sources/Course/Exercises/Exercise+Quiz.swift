extension Exercise {
  /// The name of the variable that holds the answers of a quiz.
  var answersName: String { "answers\(identifier)" }

  /// Makes stub, solution and checks of a quiz from its questions, so that a quiz is graded like everything else.
  mutating func fillInQuiz(file: String) throws(CourseMistake) {
    guard !questions.isEmpty, questions.allSatisfy({ !$0.choices.isEmpty }) else {
      throw CourseMistake(file: file, line: 1, .question("a quiz needs fences ```question with choices."))
    }
    names = [answersName]
    stub = answers(questions.map { _ in "?" })
    solution = answers(questions.map { $0.rightChoice?.letter ?? "" })
    checks = questions.enumerated().map { index, question in
      ExerciseCheck(name: "question\(index + 1)", title: question.prompt.firstLine, points: 1)
    }
    suite = """
      import CourseChecks
      import Testing

      @Suite struct Answers {
      \(questions.enumerated().map(test).joined(separator: "\n"))
      }

      """
  }

  /// The learner's file with these letters.
  public func answers(_ letters: [String]) -> String {
    "// One letter for each question.\nlet \(answersName) = [\(letters.map(\.swiftLiteral).joined(separator: ", "))]\n"
  }

  private func test(_ index: Int, _ question: Question) -> String {
    let reasons = question.choices.map { "\($0.letter.swiftLiteral): \($0.reason.swiftLiteral)" }
    return """
        @Test(\(question.prompt.firstLine.swiftLiteral)) func question\(index + 1)() throws {
          try Check.answer(
            \(answersName), question: \(index + 1), is: \((question.rightChoice?.letter ?? "").swiftLiteral),
            reasons: [\(reasons.joined(separator: ", "))])
        }
      """
  }
}

extension String {
  var firstLine: String { split(separator: "\n").first.map(String.init) ?? "" }

  /// The text as a Swift string literal.
  fileprivate var swiftLiteral: String {
    let escaped = replacing("\\", with: "\\\\").replacing("\"", with: "\\\"").replacing("\n", with: " ")
    return "\"\(escaped)\""
  }
}
