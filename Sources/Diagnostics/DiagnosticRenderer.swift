/// Turns the compiler's diagnostics into a report that a beginner can read.
///
/// ```
/// Cell 4, line 2: cannot assign to value: 'loss' is a 'let' constant
///   2 | loss = 0
///     | ^~~~
///   did you mean: var loss = 1   (cell 3, line 1)
///   `let` names a value once and for all. Use `var` for one that changes.
/// ```
public struct DiagnosticRenderer: Sendable {
  /// The number of diagnostics after which a report only counts.
  public static let greatestCount = 20

  private let sources: [String: SourceText]
  private let title: String

  /// Prepares to render diagnostics that point into the given texts.
  ///
  /// - Parameters:
  ///   - sources: The texts, each under the name that stands in `DiagnosticLocation.file`.
  ///   - title: The headline's beginning for diagnostics without a place, such as `Cell 4`.
  public init(sources: [String: SourceText], title: String) {
    self.sources = sources
    self.title = title
  }

  /// Renders errors and warnings: errors first, each sort in the order of the text, nothing twice.
  public func render(_ diagnostics: [Diagnostic]) -> RenderedText {
    let selection = DiagnosticSelection(diagnostics, sources: sources)
    let numberWidth = selection.shown.compactMap { $0.location.map { String($0.line).count } }.max() ?? 1
    var explained: Set<Explanation> = []
    var report = RenderedText()
    for diagnostic in selection.shown.prefix(Self.greatestCount) {
      let found = Explanation.find(
        for: diagnostic.message, in: ExplainedSource(diagnostic.location, in: sources))
      report.append(headline(diagnostic))
      report.append(excerpt(diagnostic, numberWidth: numberWidth))
      report.append(notes(diagnostic, withProposals: found?.explanation.hidesProposals != true))
      if let found, explained.insert(found.explanation).inserted { report.add("  " + found.sentences) }
    }
    let hidden = selection.shown.count - Self.greatestCount
    if hidden > 0 { report.add("and \(hidden) more", .aside) }
    return report
  }

  private func line(at location: DiagnosticLocation?) -> String? {
    location.flatMap { sources[$0.file]?.line($0.line) }
  }

  private func headline(_ diagnostic: Diagnostic) -> RenderedText {
    var place = title
    if let location = diagnostic.location, let source = sources[location.file] {
      place = "\(source.title), line \(location.line)"
    }
    let isError = diagnostic.severity == .error
    let kind = isError ? "" : diagnostic.severity == .warning ? "warning: " : "remark: "
    var result = RenderedText()
    for (index, line) in diagnostic.message.split(separator: "\n").enumerated() {
      let words = DisplayText(line).text
      let text = index == 0 ? "\(place): \(kind)\(words)" : "  \(words)"
      result.add(text, isError ? .errorHeadline : .warningHeadline)
    }
    return result
  }

  private func excerpt(_ diagnostic: Diagnostic, numberWidth: Int) -> RenderedText {
    guard let location = diagnostic.location, let line = line(at: location) else { return RenderedText() }
    let ranges = diagnostic.ranges.compactMap { range -> Range<Int>? in
      guard range.start.file == location.file, range.start.line <= location.line, range.end.line >= location.line else {
        return nil
      }
      let start = range.start.line == location.line ? range.start.column - 1 : 0
      let end = range.end.line == location.line ? range.end.column - 1 : line.utf8.count
      return start < end ? start..<end : nil
    }
    let excerpt = SourceExcerpt(line: line, number: location.line, caretOffset: location.column - 1, ranges: ranges)
    return excerpt.rendered(
      numberWidth: numberWidth, caretStyle: diagnostic.severity == .error ? .errorCaret : .warningCaret)
  }

  private func notes(_ diagnostic: Diagnostic, withProposals: Bool) -> RenderedText {
    let greatestSuggestionCount = 3
    let greatestNoteCount = 4
    var result = RenderedText()
    var suggestions: [(lines: [String], place: String)] = []
    var remarks: [(message: String, place: String)] = []
    for candidate in [diagnostic] + diagnostic.notes {
      if let suggestion = suggestion(candidate.fixIts, for: diagnostic) {
        if withProposals, !suggestions.contains(where: { $0.lines == suggestion.lines }) {
          suggestions.append(suggestion)
        }
      } else if candidate.severity == .note, let place = placeToTell(candidate, of: diagnostic),
        !remarks.contains(where: { $0 == (candidate.message, place) })
      {
        remarks.append((candidate.message, place))
      }
    }
    for (index, suggestion) in suggestions.prefix(greatestSuggestionCount).enumerated() {
      let lead = index == 0 ? "  did you mean: " : "            or: "
      for (row, line) in suggestion.lines.enumerated() {
        result.add([
          .init(text: row == 0 ? lead : String(repeating: " ", count: lead.count), style: .body),
          .init(text: DisplayText(line).text, style: .suggestion),
          .init(text: row == suggestion.lines.count - 1 ? suggestion.place : "", style: .aside),
        ])
      }
    }
    for remark in remarks.prefix(greatestNoteCount) {
      result.add([
        .init(
          text: "  note: \(DisplayText(remark.message.split(separator: "\n").joined(separator: " ")).text)",
          style: .body),
        .init(text: remark.place, style: .aside),
      ])
    }
    if remarks.count > greatestNoteCount { result.add("  and \(remarks.count - greatestNoteCount) more notes", .aside) }
    return result
  }

  private func suggestion(_ fixIts: [FixIt], for diagnostic: Diagnostic) -> (lines: [String], place: String)? {
    // A cast with `!` silences the compiler and stops the program.
    guard let file = fixIts.first?.range.start.file, fixIts.allSatisfy({ $0.range.start.file == file }),
      !fixIts.contains(where: { $0.replacement.contains("as!") }), let source = sources[file],
      let fixIts = ConvertedDivision.convertingParts(fixIts, in: source),
      let changed = SourceEdit.changedLines(fixIts, in: source)
    else { return nil }
    return (changed.lines, place(DiagnosticLocation(file: file, line: changed.first, column: 1), besides: diagnostic))
  }

  /// Returns the words for a note's place, or `nil` if the note is not worth a line.
  private func placeToTell(_ note: Diagnostic, of diagnostic: Diagnostic) -> String? {
    guard let location = note.location else { return "" }
    // Such a note only says the same again, or lists overloads.
    if location == diagnostic.location { return nil }
    if sources[location.file] == nil {
      // The insides of the standard library help nobody who is new to Swift; the candidates of other modules may.
      return note.message.hasPrefix("candidate ") && !location.file.hasPrefix("Swift.") ? "" : nil
    }
    return place(location, besides: diagnostic)
  }

  private func place(_ location: DiagnosticLocation, besides diagnostic: Diagnostic) -> String {
    guard let source = sources[location.file] else { return "" }
    if location.file == diagnostic.location?.file {
      return location.line == diagnostic.location?.line ? "" : "   (line \(location.line))"
    }
    return "   (\(source.reference), line \(location.line))"
  }
}
