/// Whether a text can be run as it is, for a console that has to decide what the Enter key means.
public enum Completeness: Hashable, Sendable {
  /// The text can be run.
  case complete
  /// More lines are needed; the next one begins with `indent`.
  case incomplete(indent: String)
  /// No further line can make it right.
  case invalid

  /// The size in bytes beyond which the text is only scanned for brackets, because nobody types that much in a console.
  static let greatestParsedLength = 128 << 10

  /// Judges a text with the compiler's own parser.
  ///
  /// A line that begins with `%` or `!` is a command and complete in itself; a text that begins with `%%` belongs to one
  /// command and ends with an empty line.
  public init(of text: String) {
    let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    if let first = lines.first(where: { !$0.allSatisfy(\.isWhitespace) }), first.hasPrefix("%%") {
      let isEnded =
        lines.count > 1 && lines.last?.allSatisfy(\.isWhitespace) == true && text.last?.isNewline == true
        && lines.dropLast().last?.allSatisfy(\.isWhitespace) == true
      self = isEnded ? .complete : .incomplete(indent: "")
      return
    }
    let scan = CompletenessScan(text)
    switch Self.verdict(on: scan) {
    case .whole: self = .complete
    case .unfinished: self = .incomplete(indent: CompletenessIndent.next(after: scan, isBody: false))
    case .lacksBody: self = .incomplete(indent: CompletenessIndent.next(after: scan, isBody: true))
    case .wrong: self = .invalid
    }
  }

  private static func verdict(on scan: CompletenessScan) -> CompletenessVerdict {
    if scan.swift.count > greatestParsedLength || scan.isDeep {
      if scan.hasBrokenString || scan.hasStrayCloser { return .wrong }
      return scan.openings.isEmpty ? .whole : .unfinished
    }
    let verdict = CompletenessVerdict.parsing(String(decoding: scan.swift, as: UTF8.self), isOpen: scan.isInComment)
    // No further line can end a string that has to end in its own.
    return verdict == .unfinished && scan.hasBrokenString ? .wrong : verdict
  }
}
