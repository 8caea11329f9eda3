/// The tests of the language, which stand behind `is`.
enum ValueTests {
  static let names: Set<String> = [
    "defined", "undefined", "none", "string", "number", "integer", "float", "boolean", "true", "false", "mapping",
    "sequence",
    "iterable", "callable", "sameas", "eq", "equalto", "ne", "lt", "lessthan", "le", "gt", "greaterthan", "ge", "in",
    "odd",
    "even", "divisibleby", "lower", "upper", "filter", "test", "==", "!=", "<", "<=", ">", ">=",
  ]
}

extension Evaluator {
  func test(_ value: Value, _ name: String, _ arguments: CallArguments) throws -> Bool {
    try charge(value.size / 8 + arguments.size / 8, arguments.place)
    switch (name, value) {
    case ("defined", .undefined): return false
    case ("defined", _): return true
    case ("undefined", .undefined), ("none", .null), ("string", .text), ("integer", .int), ("float", .double),
      ("boolean", .bool), ("mapping", .dictionary), ("mapping", .namespace):
      return true
    case ("number", .int), ("number", .double), ("number", .bool): return true
    case ("true", .bool(let isTrue)): return isTrue
    case ("false", .bool(let isTrue)): return !isTrue
    case ("sequence", .text), ("sequence", .list), ("sequence", .dictionary), ("sequence", .undefined): return true
    case ("iterable", .text), ("iterable", .list), ("iterable", .dictionary), ("iterable", .undefined),
      ("iterable", .loop):
      return true
    case ("callable", .macro), ("callable", .function), ("callable", .method): return true
    case ("undefined", _), ("none", _), ("string", _), ("integer", _), ("float", _), ("boolean", _), ("mapping", _),
      ("number", _), ("true", _), ("false", _), ("sequence", _), ("iterable", _), ("callable", _):
      return false
    case ("lower", _): return value.written.isAll("islower")
    case ("upper", _): return value.written.isAll("isupper")
    default: return try comparingTest(value, name, arguments)
    }
  }

  private func comparingTest(_ value: Value, _ name: String, _ arguments: CallArguments) throws -> Bool {
    let other = try arguments.bound("other")[0]
    func divides(_ number: Int) throws -> Int {
      guard case .int(let rest) = try arithmetic("%", value, .int(number), arguments.place) else { return 1 }
      return rest
    }
    if name == "odd" { return try divides(2) == 1 }
    if name == "even" { return try divides(2) == 0 }
    if name == "filter" { return Filters.names.contains(value.written.string) }
    if name == "test" { return ValueTests.names.contains(value.written.string) }
    guard let other else { throw arguments.error("no value to compare with") }
    let signs = [
      "eq": "==", "equalto": "==", "ne": "!=", "lt": "<", "lessthan": "<", "le": "<=", "gt": ">", "greaterthan": ">",
      "ge": ">=", "in": "in",
    ]
    if let sign = signs[name] ?? (name.first?.isLetter == false ? name : nil) {
      return try compare(value, sign, other, arguments.place)
    }
    if name == "divisibleby" { return try divides(try arguments.integer(other, standard: 1)) == 0 }
    switch (value, other) {
    case (.bool, .bool), (.null, .null), (.int, .int), (.text, .text): return value.isSame(as: other)
    case (.bool, _), (.null, _), (.int, _), (.text, _), (_, .bool), (_, .null), (_, .int), (_, .text): return false
    default: throw TemplateError(.unsupported("the test 'sameas' for \(value.kindWords)"), arguments.place)
    }
  }
}
