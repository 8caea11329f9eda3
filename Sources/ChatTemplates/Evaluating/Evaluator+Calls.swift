extension Evaluator {
  /// The arguments of a call, each with its value.
  func call(_ arguments: Expression.Arguments, _ function: String, _ place: Place) throws -> CallArguments {
    CallArguments(
      positional: try arguments.positional.map(evaluate),
      named: try arguments.named.map { ($0.name, try evaluate($0.value)) },
      function: function, place: place)
  }

  func call(_ callee: Expression, _ arguments: Expression.Arguments, _ place: Place) throws -> Value {
    switch try evaluate(callee) {
    case .function(let name): return try function(name, try call(arguments, "'\(name)'", place))
    case .method(let owner, let name):
      return try method(owner, name, try call(arguments, "the method '\(name)'", place))
    case .macro(let macro, let level):
      return try run(macro, level, try call(arguments, "the macro '\(macro.name)'", place))
    case .undefined(let name): throw TemplateError(.undefined(name), callee.place)
    case let value: throw TemplateError(.values(operation: "a call", found: value.kindWords), callee.place)
    }
  }

  /// What a macro writes. It sees the names around the place where it was made.
  private func run(_ macro: Statement.Macro, _ level: Int, _ arguments: CallArguments) throws -> Value {
    var values: [String: Value] = [:]
    guard arguments.positional.count <= macro.parameters.count else {
      throw arguments.error("\(arguments.positional.count) arguments")
    }
    for (parameter, value) in zip(macro.parameters, arguments.positional) { values[parameter.name] = value }
    for (name, value) in arguments.named {
      guard macro.parameters.contains(where: { $0.name == name }), !values.keys.contains(name) else {
        throw arguments.error("the argument '\(name)'")
      }
      values[name] = value
    }
    let outer = frames
    defer { frames = outer }
    frames = Array(frames.prefix(level + 1)) + [values]
    for parameter in macro.parameters where !values.keys.contains(parameter.name) {
      let value = try parameter.standard.map(evaluate) ?? .undefined("the parameter '\(parameter.name)'")
      frames[frames.count - 1][parameter.name] = value
    }
    return .text(try captured { _ = try run(macro.body) })
  }
}
