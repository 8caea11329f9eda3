import SwiftDiagnostics
import SwiftParser
import SwiftParserDiagnostics
import SwiftSyntax

/// What the compiler's parser says about a text that may not be finished.
enum CompletenessVerdict: Sendable {
  /// Nothing is missing.
  case whole
  /// Something is missing at the end.
  case unfinished
  /// A declaration waits for its body.
  case lacksBody
  /// Something is wrong before the end.
  case wrong

  /// Parses a text on a thread whose stack has room for whatever a person, or a hostile program, may have written.
  ///
  /// - Parameter isOpen: Whether the text ends in a comment, which the parser reports at the comment's beginning.
  static func parsing(_ text: String, isOpen: Bool) -> CompletenessVerdict {
    // The parser limits its own recursion; what walks the finished tree does not, and `a.a.a.…` makes a deep one.
    // Without a thread nothing is known, and running the text shows what is wrong with it.
    DeepStack.result { verdict(on: text, isOpen: isOpen) } ?? .whole
  }

  private static func verdict(on text: String, isOpen: Bool) -> CompletenessVerdict {
    let tree = Parser.parse(source: text)
    let errors = ParseDiagnosticsGenerator.diagnostics(for: tree).filter { $0.diagMessage.severity == .error }
    let contentEnd = tree.endOfFileToken.positionAfterSkippingLeadingTrivia.utf8Offset
    // Trivia before the end of the file belongs to its token: content ends where the last real token does.
    let lastTokenEnd =
      tree.endOfFileToken.previousToken(viewMode: .sourceAccurate)?.endPositionBeforeTrailingTrivia.utf8Offset ?? 0
    if errors.isEmpty { return lacksBody(tree) ? .lacksBody : .whole }
    let early = errors.filter { $0.position.utf8Offset < min(contentEnd, lastTokenEnd) }
    let isWrong = early.contains { !(isOpen && isUnterminatedComment($0)) }
    return isWrong || (lastTokenEnd == 0 && !isOpen) ? .wrong : .unfinished
  }

  private static func isUnterminatedComment(_ error: Diagnostic) -> Bool {
    error.message.contains("unterminated '/*' comment")
  }

  /// Whether the last declaration is a function without a body, which only a protocol may have.
  private static func lacksBody(_ tree: SourceFileSyntax) -> Bool {
    guard let function = tree.statements.last?.item.as(FunctionDeclSyntax.self), function.body == nil else {
      return false
    }
    // `@_silgen_name` and its like name a body that is elsewhere.
    return !function.attributes.contains { $0.trimmedDescription.hasPrefix("@_") }
  }
}
