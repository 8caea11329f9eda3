/// Facts about Swift's names.
public enum CellSyntaxNames {
  /// Words that are names only in backticks.
  public static let reservedWords: Set<String> = [
    "as", "associatedtype", "break", "case", "catch", "class", "continue", "default", "defer", "deinit", "do", "else",
    "enum", "extension", "fallthrough", "false", "fileprivate", "for", "func", "guard", "if", "import", "in", "init",
    "inout", "internal", "is", "let", "nil", "operator", "precedencegroup", "private", "protocol", "public", "repeat",
    "rethrows", "return", "self", "Self", "static", "struct", "subscript", "super", "switch", "throw", "throws", "true",
    "try", "typealias", "var", "where", "while", "Any",
  ]

  /// Whether a name is an operator, such as `**`.
  public static func isOperator(_ name: String) -> Bool {
    guard let first = name.unicodeScalars.first else { return false }
    return !(first == "_" || first.properties.isXIDStart || (first.properties.isEmoji && !first.isASCII))
  }

  /// The name with backticks where Swift wants them.
  public static func escaped(_ name: String) -> String { reservedWords.contains(name) ? "`\(name)`" : name }
}
