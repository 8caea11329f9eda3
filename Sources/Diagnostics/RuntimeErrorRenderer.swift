/// Turns what is known about a cell that ended too early into a report that a beginner can read.
///
/// ```
/// Cell 9, line 4: Index out of range
///   4 |     let next = tokens[i + 1]
///     |                      ^
///   called from cell 9, line 8
/// Everything from earlier cells is still there.
/// ```
public struct RuntimeErrorRenderer: Sendable {
  private static let greatestCallCount = 12

  private let sources: [String: SourceText]
  private let title: String

  /// Prepares to render failures in the given texts.
  ///
  /// - Parameters:
  ///   - sources: The texts, each under the name that stands in `DiagnosticLocation.file`.
  ///   - title: The headline's beginning for failures without a known place, such as `Cell 9`.
  public init(sources: [String: SourceText], title: String) {
    self.sources = sources
    self.title = title
  }

  /// Renders a failure.
  ///
  /// - Parameter stateIsKept: Whether the report may promise that earlier cells' values are still there.
  public func render(_ failure: RuntimeFailure, stateIsKept: Bool = true) -> RenderedText {
    var report = RenderedText()
    let frames = failure.frames.filter { sources[$0.location.file]?.line($0.location.line) != nil }
    let reason = failure.reason.isEmpty ? failure.kind.headline : failure.reason
    for (index, line) in reason.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).enumerated() {
      let words = DisplayText(line).text
      report.add(index == 0 ? "\(place(of: frames.first)): \(words)" : "  \(words)", .errorHeadline)
    }
    if let frame = frames.first, let line = sources[frame.location.file]?.line(frame.location.line) {
      let offset = frame.location.column > 0 ? frame.location.column - 1 : nil
      let excerpt = SourceExcerpt(line: line, number: frame.location.line, caretOffset: offset, ranges: [])
      report.append(excerpt.rendered(numberWidth: excerpt.numberWidth, caretStyle: .errorCaret))
    }
    report.append(calls(Array(frames.dropFirst()), innermost: frames.first))
    let line = frames.first.flatMap { sources[$0.location.file]?.line($0.location.line) } ?? ""
    if let explanation = failure.kind.explanation(in: line) ?? failure.kind.explanation {
      report.add("  " + explanation)
    }
    if stateIsKept { report.add("Everything from earlier cells is still there.", .aside) }
    return report
  }

  private func place(of frame: RuntimeFrame?) -> String {
    guard let frame, let source = sources[frame.location.file] else { return title }
    return "\(source.title), line \(frame.location.line)"
  }

  /// The callers, with the rounds of a recursion counted instead of repeated.
  private func calls(_ callers: [RuntimeFrame], innermost: RuntimeFrame?) -> RenderedText {
    var result = RenderedText()
    var shownCount = 0
    let rounds = CallRound.rounds(in: callers.map { self.words(for: $0) })
    for (index, round) in rounds.enumerated() {
      for words in round.calls {
        guard shownCount < Self.greatestCallCount else { break }
        result.add("  called from \(words)", .aside)
        shownCount += 1
      }
      if round.repetitions > 1 {
        result.add(
          "  … the same \((round.repetitions - 1).grouped) more \(round.repetitions == 2 ? "time" : "times")", .aside)
      }
      if shownCount >= Self.greatestCallCount {
        let rest = rounds[(index + 1)...].reduce(0) { $0 + $1.calls.count * $1.repetitions }
        if rest > 0 { result.add("  … and \(rest.grouped) more \(rest == 1 ? "call" : "calls")", .aside) }
        break
      }
    }
    return result
  }

  private func words(for frame: RuntimeFrame) -> String {
    let reference = sources[frame.location.file]?.reference ?? ""
    let function = DisplayText(frame.function).text
    return "\(reference), line \(frame.location.line)" + (function.isEmpty ? "" : ", in \(function)")
  }
}

extension Int {
  /// The number with commas between thousands.
  var grouped: String {
    var digits = String(magnitude)
    var position = digits.count - 3
    while position > 0 {
      digits.insert(",", at: digits.index(digits.startIndex, offsetBy: position))
      position -= 3
    }
    return self < 0 ? "-" + digits : digits
  }
}
