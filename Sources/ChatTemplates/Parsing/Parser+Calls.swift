extension Parser {
  mutating func arguments() throws -> Expression.Arguments {
    try expect(.sign("("))
    var arguments = Expression.Arguments()
    var isFirst = true
    while !takeSign(if: ")") {
      if !isFirst {
        try expect(.sign(","))
        if takeSign(if: ")") { break }
      }
      isFirst = false
      if isSign("*") || isSign("**") { throw TemplateError(.unsupported("\(token.words) in a call"), place) }
      if case .name(let name) = token.kind, token(after: 1).kind == .sign("=") {
        take()
        take()
        arguments.named.append((name, try expression()))
      } else {
        guard arguments.named.isEmpty else { throw unexpected("an argument with a name") }
        arguments.positional.append(try expression())
      }
    }
    return arguments
  }

  /// Filters and tests behind a value.
  mutating func filters(of first: Expression) throws -> Expression {
    var value = first
    while true {
      if takeSign(if: "|") {
        value = try filter(of: value)
      } else if isName("is") {
        value = try test(of: value)
      } else if isSign("(") {
        value = try postfix(of: value)
      } else {
        return value
      }
    }
  }

  mutating func filter(of value: Expression?) throws -> Expression {
    let start = place
    let name = try name()
    guard Filters.names.contains(name) else { throw TemplateError(.unsupported("the filter '\(name)'"), start) }
    let arguments = isSign("(") ? try arguments() : Expression.Arguments()
    return try Expression(.filter(value, name, arguments), start, (value.map { [$0] } ?? []) + arguments.all)
  }

  private mutating func test(of value: Expression) throws -> Expression {
    take()
    let isNegated = takeName(if: "not")
    let start = place
    let name: String
    if case .sign(let sign) = token.kind, ["==", "!=", "<", "<=", ">", ">="].contains(sign) {
      throw TemplateError(.unexpected(token.words, wanted: "a name"), start)
    } else {
      name = try self.name()
    }
    guard ValueTests.names.contains(name) else { throw TemplateError(.unsupported("the test '\(name)'"), start) }
    var arguments = Expression.Arguments()
    if isSign("(") {
      arguments = try self.arguments()
    } else if startsArgument {
      let argument = try postfix(of: try primary())
      arguments.positional = [argument]
    }
    let test = try Expression(.test(value, name, arguments), start, [value] + arguments.all)
    return isNegated ? try Expression(.not(test), start, [test]) : test
  }

  /// Whether a test's argument stands here, without brackets.
  private var startsArgument: Bool {
    switch token.kind {
    case .name(let name): !["else", "or", "and", "if", "is", "in", "not"].contains(name)
    case .string, .int, .double: true
    case .sign(let sign): sign == "[" || sign == "{"
    default: false
    }
  }
}
