import SwiftSyntax

/// Reads an extension: what it adds to which type.
enum ExtensionReader {
  static func read(_ node: ExtensionDeclSyntax, references: Set<String>) -> ExtensionDeclaration {
    ExtensionDeclaration(
      typeName: node.extendedType.normalizedText, constraints: node.genericWhereClause?.normalizedText ?? "",
      conformances: (node.inheritanceClause?.inheritedTypes ?? []).map { .init(protocolName: $0.type.normalizedText) },
      members: node.memberBlock.members.flatMap(members), range: node.textRange,
      inheritanceRange: node.inheritanceClause?.textRange, references: references)
  }

  private static func members(of item: MemberBlockItemSyntax) -> [ExtensionDeclaration.Member] {
    let declaration = item.decl
    let range = declaration.textRange
    let attributes = declaration.asProtocol(WithAttributesSyntax.self)?.attributes
    let modifierOffset =
      attributes.flatMap { $0.lastToken(viewMode: .sourceAccurate) }?.nextToken(viewMode: .sourceAccurate)?.textRange
      .lowerBound ?? range.lowerBound
    func member(
      _ kind: ExtensionDeclaration.Member.Kind, _ name: TokenSyntax, _ signature: String, _ reference: String,
      replaceable: Bool = false
    ) -> ExtensionDeclaration.Member {
      .init(
        kind: kind, name: name.identifierText.isEmpty ? name.text : name.identifierText, signature: signature,
        referenceName: reference, range: range, attributeOffset: range.lowerBound,
        modifierOffset: modifierOffset, nameRange: name.textRange,
        isDynamicReplacementPossible: replaceable)
    }
    if let function = declaration.as(FunctionDeclSyntax.self) {
      let name = function.name.identifierText
      return [
        member(
          .method, function.name, Signature.text(of: function),
          Signature.referenceName(name, function.signature.parameterClause), replaceable: true)
      ]
    }
    if let initializer = declaration.as(InitializerDeclSyntax.self) {
      return [
        member(
          .initializer, initializer.initKeyword, Signature.text(of: initializer),
          Signature.referenceName("init", initializer.signature.parameterClause))
      ]
    }
    if let subscripting = declaration.as(SubscriptDeclSyntax.self) {
      return [
        member(
          .subscripting, subscripting.subscriptKeyword, Signature.text(of: subscripting),
          Signature.referenceName("subscript", subscripting.parameterClause, isSubscript: true))
      ]
    }
    if let variable = declaration.as(VariableDeclSyntax.self) {
      let isComputed = variable.bindings.contains { $0.accessorBlock != nil }
      let type = variable.bindings.first?.typeAnnotation?.type.normalizedText ?? ""
      return variable.bindings.flatMap { binding in
        PatternNames.names(in: binding.pattern).map { name in
          ExtensionDeclaration.Member(
            kind: .property, name: name.name, signature: Signature.prefix(variable.modifiers) + name.name + ":" + type,
            referenceName: name.name, range: range, attributeOffset: range.lowerBound,
            modifierOffset: modifierOffset, nameRange: name.range,
            isDynamicReplacementPossible: isComputed)
        }
      }
    }
    if let named = declaration.asProtocol(NamedDeclSyntax.self) {
      return [member(.type, named.name, named.name.identifierText, named.name.identifierText)]
    }
    return []
  }
}
