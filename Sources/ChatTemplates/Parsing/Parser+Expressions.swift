extension Parser {
  /// An expression, from the loosest operator to the tightest.
  mutating func expression(withChoice: Bool = true) throws -> Expression {
    try deeper { parser in
      var value = try parser.or()
      while withChoice, parser.isName("if") {
        let start = parser.take().place
        let test = try parser.or()
        let otherwise = parser.takeName(if: "else") ? try parser.expression() : nil
        value = try Expression(
          .choice(test: test, then: value, otherwise: otherwise), start, [value, test] + (otherwise.map { [$0] } ?? []))
      }
      return value
    }
  }

  /// Expressions with commas between are a tuple.
  mutating func tuple(withChoice: Bool = true) throws -> Expression {
    let start = place
    let first = try expression(withChoice: withChoice)
    guard isSign(",") else { return first }
    var items = [first]
    while takeSign(if: ","), !isEnd { items.append(try expression(withChoice: withChoice)) }
    return try Expression(.list(items, isTuple: true), start, items)
  }

  private var isEnd: Bool {
    switch token.kind {
    case .printEnd, .tagEnd, .end: true
    case .sign(let sign): sign == ")"
    default: false
    }
  }

  private mutating func or() throws -> Expression {
    var left = try and()
    while isName("or") {
      let start = take().place
      let right = try and()
      left = try Expression(.or(left, right), start, [left, right])
    }
    return left
  }

  private mutating func and() throws -> Expression {
    var left = try not()
    while isName("and") {
      let start = take().place
      let right = try not()
      left = try Expression(.and(left, right), start, [left, right])
    }
    return left
  }

  private mutating func not() throws -> Expression {
    guard isName("not") else { return try comparison() }
    let start = take().place
    let value = try deeper { try $0.not() }
    return try Expression(.not(value), start, [value])
  }

  private mutating func comparison() throws -> Expression {
    let start = place
    let left = try sum()
    var rest: [(sign: String, right: Expression)] = []
    while let sign = comparisonSign() { rest.append((sign, try sum())) }
    return rest.isEmpty ? left : try Expression(.comparison(left, rest), start, [left] + rest.map(\.right))
  }

  private mutating func comparisonSign() -> String? {
    if case .sign(let sign) = token.kind, ["==", "!=", "<", "<=", ">", ">="].contains(sign) {
      take()
      return sign
    }
    if takeName(if: "in") { return "in" }
    if isName("not"), token(after: 1).kind == .name("in") {
      take()
      take()
      return "not in"
    }
    return nil
  }

  private mutating func sum() throws -> Expression {
    var left = try joined()
    while case .sign(let sign) = token.kind, sign == "+" || sign == "-" {
      let start = take().place
      let right = try joined()
      left = try Expression(.arithmetic(sign, left, right), start, [left, right])
    }
    return left
  }

  private mutating func joined() throws -> Expression {
    let start = place
    var parts = [try product()]
    while takeSign(if: "~") { parts.append(try product()) }
    return parts.count == 1 ? parts[0] : try Expression(.joined(parts), start, parts)
  }

  private mutating func product() throws -> Expression {
    var left = try power()
    while case .sign(let sign) = token.kind, ["*", "/", "//", "%"].contains(sign) {
      let start = take().place
      let right = try power()
      left = try Expression(.arithmetic(sign, left, right), start, [left, right])
    }
    return left
  }

  private mutating func power() throws -> Expression {
    var left = try unary()
    while isSign("**") {
      let start = take().place
      let right = try unary()
      left = try Expression(.arithmetic("**", left, right), start, [left, right])
    }
    return left
  }

  private mutating func unary(withFilter: Bool = true) throws -> Expression {
    let start = place
    var value: Expression
    if isSign("-") || isSign("+") {
      let isNegative = isSign("-")
      take()
      let part = try deeper { try $0.unary(withFilter: false) }
      value = try Expression(isNegative ? .negative(part) : .positive(part), start, [part])
    } else {
      value = try postfix(of: try primary())
    }
    return withFilter ? try filters(of: value) : value
  }
}
