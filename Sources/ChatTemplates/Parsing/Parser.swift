/// Makes a tree of a template's words. Source: the grammar of Jinja 3.1.
struct Parser {
  /// How deep expressions and blocks may stand in each other.
  static let deepest = 80

  private let tokens: [Token]
  private var index = 0
  private var depth = 0

  init(_ tokens: [Token]) { self.tokens = tokens }

  /// The statements of a whole template.
  static func statements(of text: String) throws -> [Statement] {
    var parser = Parser(try Lexer.tokens(of: text))
    let statements = try parser.statements(until: [])
    return statements
  }

  var token: Token { tokens[min(index, tokens.count - 1)] }
  var place: Place { token.place }

  func token(after count: Int) -> Token { tokens[min(index + count, tokens.count - 1)] }

  @discardableResult mutating func take() -> Token {
    let taken = token
    index += 1
    return taken
  }

  func isSign(_ sign: String) -> Bool { token.kind == .sign(sign) }
  func isName(_ name: String) -> Bool { token.kind == .name(name) }

  mutating func takeSign(if sign: String) -> Bool {
    guard isSign(sign) else { return false }
    index += 1
    return true
  }

  mutating func takeName(if name: String) -> Bool {
    guard isName(name) else { return false }
    index += 1
    return true
  }

  mutating func expect(_ kind: Token.Kind) throws {
    guard token.kind == kind else { throw unexpected(Token(kind: kind, place: place).words) }
    index += 1
  }

  /// A name, whatever it is.
  mutating func name() throws -> String {
    guard case .name(let name) = token.kind else { throw unexpected("a name") }
    index += 1
    return name
  }

  func unexpected(_ wanted: String) -> TemplateError { TemplateError(.unexpected(token.words, wanted: wanted), place) }

  /// Goes one level deeper while something is read.
  mutating func deeper<Result>(_ read: (inout Parser) throws -> Result) throws -> Result {
    guard depth < Self.deepest else { throw TemplateError(.limit("levels of nesting", Self.deepest), place) }
    depth += 1
    defer { depth -= 1 }
    return try read(&self)
  }
}
