/// The functions of the language.
enum Functions {
  static let names: Set<String> = ["range", "dict", "namespace", "raise_exception", "strftime_now"]
  /// Those of Jinja that are not here.
  static let unsupported: Set<String> = ["cycler", "joiner", "lipsum", "caller", "varargs", "kwargs", "self", "super"]
}

extension Evaluator {
  func function(_ name: String, _ arguments: CallArguments) throws -> Value {
    switch name {
    case "range": return try range(arguments)
    case "raise_exception":
      let message = try arguments.bound("message")[0] ?? .string("")
      throw TemplateError(.raised(message.written.string), arguments.place)
    case "strftime_now":
      let pattern = try arguments.text(try arguments.bound("format")[0]).string
      guard let text = date().written(pattern) else {
        throw TemplateError(.unsupported("the date '\(pattern.prefix(40))'"), arguments.place)
      }
      return try self.text(MarkedText(text), arguments.place)
    case "dict":
      return try dictionary(
        try entries(of: arguments) + arguments.named.map { (.string($0.name), $0.value) }, arguments.place)
    default:
      let namespace = Namespace()
      for (key, value) in try entries(of: arguments) + arguments.named.map({ (.string($0.name), $0.value) }) {
        guard case .text(let name) = key, name.scalars.first?.scalar != "_" else { throw arguments.error(key) }
        try checkPlain(value, arguments.place)
        namespace.values[name.string] = value
      }
      return .namespace(namespace)
    }
  }

  /// The entries of a dictionary that is given to a function that makes another one.
  private func entries(of arguments: CallArguments) throws -> [(key: Value, value: Value)] {
    guard let first = arguments.positional.first else { return [] }
    guard arguments.positional.count == 1, case .dictionary(let entries) = first else { throw arguments.error(first) }
    return entries.items
  }

  private func range(_ arguments: CallArguments) throws -> Value {
    let numbers = try arguments.positional.map { try arguments.integer($0, standard: 0) }
    guard 1...3 ~= numbers.count, arguments.named.isEmpty, numbers.count < 3 || numbers[2] != 0 else {
      throw arguments.error("\(arguments.positional.count) arguments")
    }
    let (first, last) = numbers.count == 1 ? (0, numbers[0]) : (numbers[0], numbers[1])
    let step = numbers.count == 3 ? numbers[2] : 1
    // Far beyond any list, and far from what a number can hold.
    guard [first, last, step].allSatisfy({ -1 << 50...1 << 50 ~= $0 }) else {
      throw arguments.error("such large numbers")
    }
    let count =
      step > 0 ? (Double(last) - Double(first)) / Double(step) : (Double(first) - Double(last)) / -Double(step)
    guard count <= Double(TemplateLimits.items) else {
      throw TemplateError(.limit("values of a list", TemplateLimits.items), arguments.place)
    }
    return try list(stride(from: first, to: last, by: step).map { .int($0) }, arguments.place)
  }
}
