extension Parser {
  /// A constant, a name, or what stands in brackets.
  mutating func primary() throws -> Expression {
    let start = place
    switch token.kind {
    case .name(let name):
      take()
      let kind: Expression.Kind =
        switch name {
        case "true", "True": .bool(true)
        case "false", "False": .bool(false)
        case "none", "None": .null
        default: .name(name)
        }
      return try Expression(kind, start, [])
    case .int(let number):
      take()
      return try Expression(.int(number), start, [])
    case .double(let number):
      take()
      return try Expression(.double(number), start, [])
    case .string:
      var text = MarkedText()
      while case .string(let part) = token.kind {
        text += MarkedText(part)
        take()
      }
      return try Expression(.string(text), start, [])
    case .sign("("): return try deeper { try $0.brackets() }
    case .sign("["): return try deeper { try $0.list() }
    case .sign("{"): return try deeper { try $0.dictionary() }
    default: throw unexpected("a value")
    }
  }

  private mutating func brackets() throws -> Expression {
    let start = take().place
    if takeSign(if: ")") { return try Expression(.list([], isTuple: true), start, []) }
    let value = try tuple()
    try expect(.sign(")"))
    return value
  }

  private mutating func list() throws -> Expression {
    let start = take().place
    var items: [Expression] = []
    while !takeSign(if: "]") {
      if !items.isEmpty {
        try expect(.sign(","))
        if takeSign(if: "]") { break }
      }
      items.append(try expression())
    }
    return try Expression(.list(items, isTuple: false), start, items)
  }

  private mutating func dictionary() throws -> Expression {
    let start = take().place
    var entries: [(key: Expression, value: Expression)] = []
    while !takeSign(if: "}") {
      if !entries.isEmpty {
        try expect(.sign(","))
        if takeSign(if: "}") { break }
      }
      let key = try expression()
      try expect(.sign(":"))
      entries.append((key, try expression()))
    }
    return try Expression(.dictionary(entries), start, entries.flatMap { [$0.key, $0.value] })
  }

  /// Attributes, items and calls behind a value.
  mutating func postfix(of first: Expression) throws -> Expression {
    var value = first
    while true {
      let start = place
      if takeSign(if: ".") {
        if case .int(let number) = token.kind {
          take()
          let item = try Expression(.int(number), start, [])
          value = try Expression(.item(value, item), start, [value, item])
        } else {
          value = try Expression(.attribute(value, try name()), start, [value])
        }
      } else if takeSign(if: "[") {
        value = try subscripted(value, start)
      } else if isSign("(") {
        let arguments = try arguments()
        value = try Expression(.call(value, arguments), start, [value] + arguments.all)
      } else {
        return value
      }
    }
  }

  private mutating func subscripted(_ value: Expression, _ start: Place) throws -> Expression {
    var parts: [Expression?] = [nil]
    while !isSign("]") {
      if takeSign(if: ":") {
        parts.append(nil)
      } else {
        guard parts[parts.count - 1] == nil else { throw unexpected("']'") }
        parts[parts.count - 1] = try expression()
      }
    }
    try expect(.sign("]"))
    let all = [value] + parts.compactMap { $0 }
    if parts.count == 1 {
      guard let index = parts[0] else { throw TemplateError(.unexpected("']'", wanted: "a value"), start) }
      return try Expression(.item(value, index), start, all)
    }
    guard parts.count <= 3 else { throw TemplateError(.unexpected("':'", wanted: "']'"), start) }
    return try Expression(
      .slice(value, from: parts[0], to: parts[1], step: parts.count == 3 ? parts[2] : nil), start, all)
  }
}
