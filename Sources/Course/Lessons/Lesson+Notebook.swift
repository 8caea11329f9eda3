import NotebookFormat

extension Lesson {
  /// The lesson as a notebook. Equal lessons give equal bytes.
  public func notebook(exercises: (String) throws(CourseMistake) -> Exercise) throws(CourseMistake) -> Notebook {
    var cells = [
      NotebookCell(
        .markdown, id: "lesson-\(number)",
        source: """
          # \(title)

          *\(question)*

          Lesson \(number). About \(minutes) minutes on two cores, and at most \(memory) of memory. Run each cell with \
          Shift+Enter; change what you like.
          """)
    ]
    for (index, section) in sections.enumerated() {
      var pending = ["## \(section.title)"]
      var count = 0
      func id() -> String {
        count += 1
        return "lesson-\(number)-\(index + 1)-\(count)"
      }
      func flush() {
        if !pending.isEmpty {
          cells.append(NotebookCell(.markdown, id: id(), source: pending.joined(separator: "\n\n")))
        }
        pending = []
      }
      for step in section.steps {
        switch step {
        case .text(let text): pending.append(text)
        case .predict(let question): pending.append(question.notebookText)
        case .code(let code) where code.kind == .shown:
          pending.append("```\(code.language)\n\(code.text)\n```")
        case .code(let code):
          flush()
          let mark = code.kind == .breaks ? "%expect error\n" : ""
          cells.append(NotebookCell(.code, id: id(), source: mark + code.text))
        case .exercise(let name):
          let exercise = try exercises(name)
          pending.append(exercise.notebookText)
          flush()
          cells.append(NotebookCell(.code, id: exercise.cellID, source: exercise.stub.trimmed, tags: ["exercise"]))
          cells.append(NotebookCell(.code, id: "check-\(exercise.cellID)", source: "%check \(exercise.id)"))
        }
      }
      flush()
    }
    return Notebook(cells: cells)
  }
}

extension Question {
  fileprivate var notebookText: String {
    var lines = ["**Predict.** \(prompt)"]
    if let right = rightChoice {
      lines.append(choices.map { "- **\($0.letter)** \($0.text)" }.joined(separator: "\n"))
      let others = choices.filter { !$0.isRight }.map { "*\($0.letter)*: \($0.reason)" }
      lines.append(
        "<details><summary>Run the next cell, then look here</summary>\n\n**\(right.letter)**. \(right.reason)\n\n\(others.joined(separator: "\n\n"))\n\n</details>"
      )
    }
    return lines.joined(separator: "\n\n")
  }
}

extension Exercise {
  fileprivate var notebookText: String {
    let choices = questions.map { question in
      question.prompt + "\n\n" + question.choices.map { "- **\($0.letter)** \($0.text)" }.joined(separator: "\n")
    }
    return (["### Exercise \(id) · \(title)", task] + choices).joined(separator: "\n\n")
  }
}
