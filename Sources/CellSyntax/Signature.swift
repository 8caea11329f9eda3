import SwiftSyntax

/// Writes the part of a declaration that tells overloads apart.
enum Signature {
  static func text(of function: FunctionDeclSyntax) -> String {
    prefix(function.modifiers) + function.name.identifierText + text(of: function.signature.parameterClause)
      + text(of: function.genericParameterClause, function.genericWhereClause)
  }

  static func text(of initializer: InitializerDeclSyntax) -> String {
    "init" + text(of: initializer.signature.parameterClause)
      + text(of: initializer.genericParameterClause, initializer.genericWhereClause)
  }

  static func text(of subscripting: SubscriptDeclSyntax) -> String {
    prefix(subscripting.modifiers) + "subscript" + text(of: subscripting.parameterClause, isSubscript: true)
      + text(of: subscripting.genericParameterClause, subscripting.genericWhereClause)
  }

  static func prefix(_ modifiers: DeclModifierListSyntax) -> String {
    modifiers.contains { [.keyword(.static), .keyword(.class)].contains($0.name.tokenKind) } ? "static " : ""
  }

  /// `name(label:_:)`, as `@_dynamicReplacement(for:)` names a function.
  static func referenceName(_ name: String, _ clause: FunctionParameterClauseSyntax, isSubscript: Bool = false)
    -> String
  {
    // The parameters of an operator have names, but no labels.
    let labels = clause.parameters.map { parameter in
      CellSyntaxNames.isOperator(name) ? "_:" : label(of: parameter, isSubscript: isSubscript) + ":"
    }
    return "\(name)(\(labels.joined()))"
  }

  private static func label(of parameter: FunctionParameterSyntax, isSubscript: Bool) -> String {
    if isSubscript && parameter.secondName == nil { return "_" }
    return parameter.firstName.tokenKind == .wildcard ? "_" : parameter.firstName.identifierText
  }

  private static func text(of clause: FunctionParameterClauseSyntax, isSubscript: Bool = false) -> String {
    let parameters = clause.parameters.map { parameter in
      "\(label(of: parameter, isSubscript: isSubscript)):\(parameter.type.normalizedText)\(parameter.ellipsis == nil ? "" : "...")"
    }
    return "(\(parameters.joined(separator: ",")))"
  }

  private static func text(of generics: GenericParameterClauseSyntax?, _ condition: GenericWhereClauseSyntax?) -> String
  {
    (generics?.normalizedText ?? "") + (condition.map { " " + $0.normalizedText } ?? "")
  }
}

extension SyntaxProtocol {
  /// The tokens without white space and comments.
  var normalizedText: String {
    tokens(viewMode: .sourceAccurate).map(\.text).joined(separator: " ")
  }
}
