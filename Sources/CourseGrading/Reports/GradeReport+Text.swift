import Course

extension GradeReport {
  /// The report in lines of text.
  ///
  /// - Parameters:
  ///   - isColored: Whether verdicts have colours. The words say the same without.
  ///   - hintCommand: How a hint is asked for here, for instance `%hint 08.2`.
  ///   - solutionCommand: How a good answer is asked for here, once the exercise is passed.
  ///   - width: The columns of the terminal that will wrap the lines; `nil` if they stay as long as they are.
  ///   - hintsShown: How many hints the learner has seen.
  public func text(
    isColored: Bool = false, hintCommand: String? = nil, solutionCommand: String? = nil, width: Int? = nil,
    hintsShown: Int = 0
  ) -> String {
    func paint(_ text: String, _ code: String) -> String { isColored ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text }
    let head = "\(exercise)  \(title)"
    let points = "\(points) of \(total) \(total == 1 ? "point" : "points")"
    let gap = String(repeating: " ", count: max(3, min(width ?? 80, 80) - 2 - head.count - points.count))
    var lines = [paint(head, "1") + gap + paint(points, isPassed ? "1;32" : "1")]
    for remark in remarks { lines += remark.split(separator: "\n").map { "  \($0)" } }
    for result in results where result.verdict != .notRun {
      lines.append("  \(paint(result.verdict.mark, result.verdict.color))  \(result.title)")
      for detail in result.details { lines += detail.split(separator: "\n").map { "        \($0)" } }
    }
    if results.contains(where: { $0.verdict == .notReached }) {
      lines.append("  A check with - was not reached: the run had ended before.")
    }
    if let printed, hintCommand != nil || solutionCommand != nil { lines += Self.excerpt(printed) }
    if let mistake { lines.append("  This is what it looks like when \(mistake)") }
    if isPassed {
      if !afterword.isEmpty {
        lines +=
          [""]
          + Self.paragraphs(of: afterword, joined: width != nil).map { line in
            // A colour says what is code as well as the marks of Markdown do.
            "  " + line.replacing(/`([^`]+)`/) { isColored ? paint(String($0.1), "36") : String($0.0) }
          }
      }
      if let solutionCommand { lines += ["", "  To compare with one good answer:  \(solutionCommand)"] }
    } else if let hintCommand, hints > 0 {
      lines.append("  " + Self.hintWords(hints, shown: hintsShown, command: hintCommand))
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// The lines of Markdown without the fences of code. What is wrapped later must not have line ends in a sentence.
  private static func paragraphs(of text: String, joined: Bool) -> [String] {
    var lines: [String] = []
    var isOpen = false
    var isCode = false
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.hasPrefix("```") {
        isCode.toggle()
        isOpen = false
      } else if isCode || !joined || line.isEmpty || line.hasPrefix("    ") || line.hasPrefix("- ") || !isOpen {
        lines.append((isCode ? "    " : "") + line)
        isOpen = !isCode && !line.isEmpty && !line.hasPrefix("    ")
      } else {
        lines[lines.count - 1] += " " + line.drop { $0 == " " }
      }
    }
    return lines
  }

  private static func hintWords(_ hints: Int, shown: Int, command: String) -> String {
    switch shown {
    case 0: "\(hints) hints:  \(command)"
    case ..<hints: "Hint \(shown + 1) of \(hints):  \(command)"
    default: "You have seen all \(hints) hints. The last again:  \(command)"
    }
  }

  /// What the learner's code has printed: the first lines.
  private static func excerpt(_ printed: String) -> [String] {
    let lines = printed.split(separator: "\n", omittingEmptySubsequences: false)
    let more = lines.count > 10 ? ["    … and \(lines.count - 10) lines more"] : []
    return ["  Your code printed:"] + lines.prefix(10).map { "    \($0.prefix(200))" } + more
  }
}

extension GradeReport.Verdict {
  var mark: String {
    switch self {
    case .passed: "ok  "
    case .failed: "FAIL"
    case .stopped: "STOP"
    case .tooSlow: "TIME"
    case .notReached: "-   "
    case .notRun: "-   "
    }
  }

  var color: String {
    switch self {
    case .passed: "32"
    case .failed, .stopped, .tooSlow: "1;31"
    case .notReached, .notRun: "2"
    }
  }
}
