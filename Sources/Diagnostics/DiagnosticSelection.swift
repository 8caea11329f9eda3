/// The diagnostics that are worth showing, in the order to show them.
struct DiagnosticSelection {
  /// Errors in the order of the text, then warnings.
  let shown: [Diagnostic]

  private struct Place: Hashable {
    var file: String
    var line: Int
  }

  private struct Sameness: Hashable {
    var severity: DiagnosticSeverity
    var message: String
    var place: Place?
  }

  /// Orders the diagnostics and leaves out what only repeats or follows from another one.
  init(_ diagnostics: [Diagnostic], sources: [String: SourceText]) {
    let placed = diagnostics.map { $0.placed(in: sources).atOpening(in: sources) }
    let errors = Self.withoutConsequences(placed.filter { $0.severity == .error }, of: placed)
    let others = placed.filter { $0.severity == .warning || $0.severity == .remark }
    var seen: [Sameness: Int] = [:]
    var coveredLines: Set<Place> = []
    var errorLines: Set<Place> = []
    var result: [Diagnostic] = []
    for diagnostic in Self.sorted(errors) + Self.sorted(others) {
      let place = diagnostic.location.map { Place(file: $0.file, line: $0.line) }
      let sameness = Sameness(severity: diagnostic.severity, message: diagnostic.message, place: place)
      if let index = seen[sameness] {
        // The same slip twice in a line, such as two curly quotes, is mended in one go.
        let known = Set(result[index].fixIts)
        result[index].fixIts += diagnostic.fixIts.filter { !known.contains($0) }
        continue
      }
      if let place {
        if coveredLines.contains(place) { continue }
        // A line that cannot be compiled draws warnings that vanish with the error.
        if diagnostic.severity == .error { errorLines.insert(place) } else if errorLines.contains(place) { continue }
        let source = ExplainedSource(diagnostic.location, in: sources)
        if Explanation.find(for: diagnostic.message, in: source)?.explanation.coversLine == true {
          coveredLines.insert(place)
        }
      }
      seen[sameness] = result.count
      result.append(diagnostic)
    }
    shown = result
  }

  /// The errors without those that only follow from others: that a collection of unknown type is not of the right type,
  /// that nothing follows a sign which the compiler takes for the beginning of an attribute, and that a call of something
  /// unknown does not say what its arguments should be.
  private static func withoutConsequences(_ errors: [Diagnostic], of all: [Diagnostic]) -> [Diagnostic] {
    let isOfUnknownType = all.contains { $0.message == "empty collection literal requires an explicit type" }
    let isOfAttribute = all.contains { $0.message.hasPrefix("extraneous whitespace between '@'") }
    let unknownNames = errors.filter { $0.message.hasPrefix("cannot find '") }.compactMap(\.location)
    return errors.filter { error in
      if error.message == "'nil' requires a contextual type" || error.message.hasPrefix("cannot infer contextual base"),
        unknownNames.contains(where: { $0.file == error.location?.file && $0.line == error.location?.line })
      {
        return false
      }
      if isOfUnknownType, error.message.contains("'[Any]'") || error.message.contains("'[AnyHashable : Any]'") {
        return false
      }
      return !(isOfAttribute && error.message == "expected declaration")
    }
  }

  /// Sorts by place and keeps the compiler's order within a place; what has no place comes last.
  private static func sorted(_ diagnostics: [Diagnostic]) -> [Diagnostic] {
    diagnostics.enumerated().sorted { left, right in
      guard let first = left.element.location else {
        return right.element.location == nil && left.offset < right.offset
      }
      guard let second = right.element.location else { return true }
      return (first.line, first.column, left.offset) < (second.line, second.column, right.offset)
    }
    .map(\.element)
  }
}

extension Diagnostic {
  /// The diagnostic with a place in the reader's own text: that of the macro, if it speaks of what a macro wrote.
  fileprivate func placed(in sources: [String: SourceText]) -> Diagnostic {
    guard let file = location?.file, sources[file] == nil else { return self }
    var result = self
    result.location = nil
    result.ranges = []
    result.fixIts = []
    let isOrigin = { (note: Diagnostic) in note.message.hasPrefix("in expansion of macro ") }
    if let range = notes.first(where: isOrigin)?.ranges.first(where: { sources[$0.start.file] != nil }) {
      result.location = range.start
      result.ranges = [range]
    }
    result.notes.removeAll(where: isOrigin)
    return result
  }

  /// The diagnostic at the bracket that has no partner, if all there is to see at its own place is the end of the text.
  fileprivate func atOpening(in sources: [String: SourceText]) -> Diagnostic {
    let line = location.flatMap { sources[$0.file]?.line($0.line) }
    let isOpening = { (note: Diagnostic) in
      note.message.hasPrefix("to match this opening ") && note.location.map { sources[$0.file] != nil } == true
    }
    guard line?.contains(where: { !$0.isWhitespace }) != true, let opening = notes.first(where: isOpening) else {
      return self
    }
    var result = self
    result.location = opening.location
    result.ranges = []
    result.notes.removeAll(where: isOpening)
    return result
  }
}
