import Course

extension GradeReport {
  /// The report in lines of text.
  ///
  /// - Parameters:
  ///   - isColored: Whether verdicts have colours. The words say the same without.
  ///   - hintCommand: How a hint is asked for here, for instance `%hint 08.2`.
  ///   - solutionCommand: How a good answer is asked for here, once the exercise is passed.
  ///   - width: The columns of the terminal that will wrap the lines; `nil` if they stay as long as they are.
  public func text(
    isColored: Bool = false, hintCommand: String? = nil, solutionCommand: String? = nil, width: Int? = nil
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
    if let mistake { lines.append("  This is what it looks like when \(mistake)") }
    if isPassed {
      if !afterword.isEmpty {
        // What is wrapped later must not have line ends in the middle of a sentence.
        let parts = width == nil ? afterword.split(separator: "\n") : afterword.split(separator: "\n\n")
        lines += [""] + parts.map { "  " + $0.replacing("\n", with: " ") }
      }
      if let solutionCommand { lines += ["", "  To compare with one good answer:  \(solutionCommand)"] }
    } else if let hintCommand, hints > 0 {
      lines.append("  \(hints) hints:  \(hintCommand)")
    }
    return lines.joined(separator: "\n") + "\n"
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
