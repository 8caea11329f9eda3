import SwiftParser
import SwiftSyntax

/// What of a module's text matters to those who import it: everything but the bodies of functions.
public enum InterfaceText {
  /// The text without the bodies that no importer is compiled with. A body that could reach one stays: that of a function
  /// with attributes, such as `@inlinable`, or with a result that only the body tells, such as `some View`.
  public static func of(_ source: String) -> String {
    let collector = BodyCollector(viewMode: .sourceAccurate)
    collector.walk(Parser.parse(source: source))
    let bytes = Array(source.utf8)
    var kept: [UInt8] = []
    var position = 0
    for range in collector.bodies {
      kept += bytes[position..<range.lowerBound]
      position = range.upperBound
    }
    return String(decoding: kept + bytes[position...], as: UTF8.self)
  }
}

/// Collects where the bodies stand that can be left out, in order and none within another.
private final class BodyCollector: SyntaxVisitor {
  private(set) var bodies: [Range<Int>] = []

  private func leaveOut(_ node: (some SyntaxProtocol)?, attributes: AttributeListSyntax, result: TypeSyntax?) {
    guard let node, attributes.isEmpty else { return }
    if let result, result.tokens(viewMode: .sourceAccurate).contains(where: { $0.tokenKind == .keyword(.some) }) {
      return
    }
    bodies.append(node.positionAfterSkippingLeadingTrivia.utf8Offset..<node.endPositionBeforeTrailingTrivia.utf8Offset)
  }

  override func visit(_ node: FunctionDeclSyntax) -> SyntaxVisitorContinueKind {
    leaveOut(node.body, attributes: node.attributes, result: node.signature.returnClause?.type)
    return .skipChildren
  }

  override func visit(_ node: InitializerDeclSyntax) -> SyntaxVisitorContinueKind {
    leaveOut(node.body, attributes: node.attributes, result: nil)
    return .skipChildren
  }

  override func visit(_ node: DeinitializerDeclSyntax) -> SyntaxVisitorContinueKind {
    leaveOut(node.body, attributes: node.attributes, result: nil)
    return .skipChildren
  }

  override func visit(_ node: ClosureExprSyntax) -> SyntaxVisitorContinueKind { .skipChildren }
}
