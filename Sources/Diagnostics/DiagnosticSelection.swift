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
    let errors = diagnostics.filter { $0.severity == .error }
    let others = diagnostics.filter { $0.severity == .warning || $0.severity == .remark }
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
        let line = sources[place.file]?.line(place.line)
        if Explanation.find(for: diagnostic.message, line: line)?.explanation.coversLine == true {
          coveredLines.insert(place)
        }
      }
      seen[sameness] = result.count
      result.append(diagnostic)
    }
    shown = result
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
