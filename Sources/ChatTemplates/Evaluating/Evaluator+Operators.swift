import Foundation

extension Evaluator {
  func negative(_ value: Value, _ place: Place) throws -> Value {
    if let number = value.integer {
      guard number != .min else { throw TemplateError(.overflow(operation: "'-'"), place) }
      return .int(-number)
    }
    if let number = value.number { return .double(-number) }
    throw TemplateError(.values(operation: "'-'", found: value.kindWords), place)
  }

  func arithmetic(_ sign: String, _ left: Value, _ right: Value, _ place: Place) throws -> Value {
    for case .undefined(let name) in [left, right] { throw TemplateError(.undefined(name), place) }
    if let one = left.integer, let other = right.integer, sign != "/" { return try whole(sign, one, other, place) }
    if let one = left.number, let other = right.number { return .double(try real(sign, one, other, place)) }
    switch (sign, left, right) {
    case ("+", .text(let one), .text(let other)):
      try checkLength(one.count + other.count, place)
      return .text(MarkedText(one.scalars + other.scalars))
    case ("+", .list(let one), .list(let other)) where one.isTuple == other.isTuple:
      return try list(one.items + other.items, isTuple: one.isTuple, place)
    case ("*", .text(let text), .int(let count)), ("*", .int(let count), .text(let text)):
      return try repeated(text, count, place)
    case ("*", .list(let list), .int(let count)):
      let (total, isOver) = list.items.count.multipliedReportingOverflow(by: max(count, 0))
      guard !isOver, total <= TemplateLimits.items else {
        throw TemplateError(.limit("values of a list", TemplateLimits.items), place)
      }
      return try self.list((0..<max(count, 0)).flatMap { _ in list.items }, isTuple: list.isTuple, place)
    default:
      throw TemplateError(.values(operation: "'\(sign)'", found: "\(left.kindWords) and \(right.kindWords)"), place)
    }
  }

  private func repeated(_ text: MarkedText, _ count: Int, _ place: Place) throws -> Value {
    guard count > 0, !text.isEmpty else { return .text(MarkedText()) }
    let (total, isOver) = text.count.multipliedReportingOverflow(by: count)
    try checkLength(isOver ? .max : total, place)
    return .text(MarkedText((0..<count).flatMap { _ in text.scalars }))
  }

  private func whole(_ sign: String, _ left: Int, _ right: Int, _ place: Place) throws -> Value {
    let (value, isOver): (Int, Bool)
    switch sign {
    case "+": (value, isOver) = left.addingReportingOverflow(right)
    case "-": (value, isOver) = left.subtractingReportingOverflow(right)
    case "*": (value, isOver) = left.multipliedReportingOverflow(by: right)
    case "//", "%":
      guard right != 0 else { throw TemplateError(.values(operation: "'\(sign)'", found: "0"), place) }
      let (quotient, tooLarge) = left.dividedReportingOverflow(by: right)
      let rest = tooLarge ? 0 : left % right
      // As in Python, the rest has the sign of the divisor.
      let isBelow = rest != 0 && (rest < 0) != (right < 0)
      (value, isOver) = (sign == "//" ? quotient - (isBelow ? 1 : 0) : rest + (isBelow ? right : 0), tooLarge)
    default:
      if right < 0 { return .double(try real(sign, Double(left), Double(right), place)) }
      return .int(try power(left, right, place))
    }
    guard !isOver else { throw TemplateError(.overflow(operation: "'\(sign)'"), place) }
    return .int(value)
  }

  private func power(_ base: Int, _ exponent: Int, _ place: Place) throws -> Int {
    if abs(Double(base)) < 2 { return base == -1 && exponent % 2 == 0 || exponent == 0 ? 1 : base }
    var value = 1
    for _ in 0..<min(exponent, 64) {
      let (next, isOver) = value.multipliedReportingOverflow(by: base)
      guard !isOver else { throw TemplateError(.overflow(operation: "'**'"), place) }
      value = next
    }
    return value
  }

  private func real(_ sign: String, _ left: Double, _ right: Double, _ place: Place) throws -> Double {
    switch sign {
    case "+": return left + right
    case "-": return left - right
    case "*": return left * right
    case "**":
      let value = pow(left, right)
      guard value.isFinite else { throw TemplateError(.overflow(operation: "'**'"), place) }
      return value
    default:
      guard right != 0 else { throw TemplateError(.values(operation: "'\(sign)'", found: "0"), place) }
      if sign == "/" { return left / right }
      let quotient = (left / right).rounded(.down)
      return sign == "//" ? quotient : left - quotient * right
    }
  }
}
