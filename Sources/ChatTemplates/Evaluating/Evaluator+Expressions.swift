extension Evaluator {
  func evaluate(_ expression: Expression) throws -> Value {
    try deeper(expression.place) { try value(of: expression) }
  }

  private func value(of expression: Expression) throws -> Value {
    let place = expression.place
    switch expression.kind {
    case .null: return .null
    case .bool(let value): return .bool(value)
    case .int(let value): return .int(value)
    case .double(let value): return .double(value)
    case .string(let text): return .text(text)
    case .name(let name): return try named(name, place)
    case .list(let items, let isTuple): return try list(try items.map(evaluate), isTuple: isTuple, place)
    case .dictionary(let entries):
      return try dictionary(try entries.map { (try evaluate($0.key), try evaluate($0.value)) }, place)
    case .negative(let part): return try negative(try evaluate(part), place)
    case .positive(let part): return try arithmetic("+", .int(0), try evaluate(part), place)
    case .not(let part): return .bool(!(try evaluate(part).isTrue))
    case .and(let left, let right):
      let value = try evaluate(left)
      return value.isTrue ? try evaluate(right) : value
    case .or(let left, let right):
      let value = try evaluate(left)
      return value.isTrue ? value : try evaluate(right)
    case .arithmetic(let sign, let left, let right):
      return try arithmetic(sign, try evaluate(left), try evaluate(right), place)
    case .joined(let parts): return try joined(parts, place)
    case .comparison(let first, let rest): return try comparison(first, rest, place)
    case .choice(let test, let then, let otherwise):
      if try evaluate(test).isTrue { return try evaluate(then) }
      return try otherwise.map(evaluate) ?? .undefined("an 'if' without 'else'")
    case .attribute(let owner, let name): return try attribute(try evaluate(owner), name, place)
    case .item(let owner, let key): return try item(try evaluate(owner), try evaluate(key), place)
    case .slice(let owner, let first, let last, let step):
      return try slice(
        try evaluate(owner), try first.map(evaluate), try last.map(evaluate), try step.map(evaluate), place)
    case .call(let callee, let arguments): return try call(callee, arguments, place)
    case .filter(let part, let name, let arguments):
      let value = try part.map(evaluate) ?? .null
      return try filter(value, name, try call(arguments, "the filter '\(name)'", place))
    case .test(let part, let name, let arguments):
      return .bool(try test(try evaluate(part), name, try call(arguments, "the test '\(name)'", place)))
    }
  }

  /// The value of a name, or a function of the language.
  private func named(_ name: String, _ place: Place) throws -> Value {
    if let value = lookUp(name) { return value }
    if Functions.names.contains(name) { return .function(name) }
    if Functions.unsupported.contains(name) { throw TemplateError(.unsupported("'\(name)'"), place) }
    return .undefined("'\(name)'")
  }

  private func joined(_ parts: [Expression], _ place: Place) throws -> Value {
    var text = MarkedText()
    for part in parts {
      let value = try evaluate(part)
      try charge(value.size / 4, place)
      let written = value.written
      try checkLength(text.count + written.count, place)
      text += written
    }
    return .text(text)
  }

  private func comparison(
    _ first: Expression, _ rest: [(sign: String, right: Expression)], _ place: Place
  ) throws -> Value {
    var left = try evaluate(first)
    for (sign, expression) in rest {
      let right = try evaluate(expression)
      guard try compare(left, sign, right, place) else { return .bool(false) }
      left = right
    }
    return .bool(true)
  }

  func compare(_ left: Value, _ sign: String, _ right: Value, _ place: Place) throws -> Bool {
    try charge(left.size / 8 + right.size / 8, place)
    func isBefore(_ left: Value, _ right: Value) throws -> Bool {
      guard let result = left.precedes(right) else {
        throw TemplateError(.values(operation: "'\(sign)'", found: "\(left.kindWords) and \(right.kindWords)"), place)
      }
      return result
    }
    switch sign {
    case "==": return left.isSame(as: right)
    case "!=": return !left.isSame(as: right)
    case "<": return try isBefore(left, right)
    case ">": return try isBefore(right, left)
    case "<=": return try isBefore(left, right) || left.isSame(as: right)
    case ">=": return try isBefore(right, left) || left.isSame(as: right)
    case "in": return try isIn(left, right, place)
    default: return try !isIn(left, right, place)
    }
  }

  private func isIn(_ value: Value, _ whole: Value, _ place: Place) throws -> Bool {
    switch (value, whole) {
    case (.text(let part), .text(let text)): return text.firstPlace(of: part) != nil
    case (_, .list(let list)):
      try charge(list.items.count, place)
      return list.items.contains { $0.isSame(as: value) }
    case (_, .dictionary(let entries)):
      try chargeLookUp(value, in: entries, place)
      return entries.has(value)
    case (.text(let name), .namespace(let namespace)): return namespace.values.keys.contains(name.string)
    case (_, .undefined): return false
    default: throw TemplateError(.values(operation: "'in'", found: "\(value.kindWords) and \(whole.kindWords)"), place)
    }
  }
}
