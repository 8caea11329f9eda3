extension Diagnostic {
  /// Returns the diagnostic with every place moved by `newPlace`, for instance from generated code to a cell's text.
  ///
  /// Places for which `newPlace` returns `nil` do not exist in the new text: a range that loses an end is dropped; a set
  /// of fix-its that loses one is dropped whole, because its changes only make sense together. The end of a range is
  /// the byte after it, so `newPlace` also sees the place after the last character of a line.
  public func mapped(by newPlace: (DiagnosticLocation) -> DiagnosticLocation?) -> Diagnostic {
    var moved = self
    moved.location = location.flatMap(newPlace)
    moved.ranges = ranges.compactMap { $0.mapped(by: newPlace) }
    let fixes = fixIts.compactMap { fix in
      fix.range.mapped(by: newPlace).map { FixIt(range: $0, replacement: fix.replacement) }
    }
    moved.fixIts = fixes.count == fixIts.count ? fixes : []
    moved.notes = notes.map { $0.mapped(by: newPlace) }
    return moved
  }
}

extension DiagnosticRange {
  fileprivate func mapped(by newPlace: (DiagnosticLocation) -> DiagnosticLocation?) -> DiagnosticRange? {
    guard let start = newPlace(start), let end = newPlace(end), start.file == end.file else { return nil }
    return DiagnosticRange(start: start, end: end)
  }
}
