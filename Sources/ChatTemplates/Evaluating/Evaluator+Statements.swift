extension Evaluator {
  /// How a block has ended.
  enum Flow { case through, exit, next }

  private static let noPlace = Place(line: 1, column: 1)

  @discardableResult func run(_ statements: [Statement]) throws -> Flow {
    for statement in statements {
      let flow = try deeper(Self.noPlace) { try run(statement) }
      if flow != .through { return flow }
    }
    return .through
  }

  private func run(_ statement: Statement) throws -> Flow {
    switch statement {
    case .text(let scalars): try write(MarkedText(scalars), Self.noPlace)
    case .output(let expression):
      let value = try evaluate(expression)
      try charge(value.size / 4, expression.place)
      try write(value.written, expression.place)
    case .condition(let branches, let otherwise):
      for branch in branches where try evaluate(branch.test).isTrue { return try run(branch.body) }
      return try run(otherwise)
    case .loop(let loop): try run(loop)
    case .set(let target, let expression): try set(target, try evaluate(expression), expression.place)
    case .setBlock(let target, let filters, let body, let place):
      try set(target, try filtered(body, filters, place), place)
    case .macro(let macro, let place):
      try set(.name(macro.name), .macro(macro, level: frames.count - 1), place)
    case .filterBlock(let filters, let body):
      let value = try filtered(body, filters, filters[0].place)
      try write(value.written, filters[0].place)
    case .with(let values, let body):
      let values = try values.map { ($0.target, try evaluate($0.value), $0.value.place) }
      return try inBlock {
        for (target, value, place) in values { try set(target, value, place) }
        return try run(body)
      }
    case .generation(let body): try generating { _ = try inBlock { try run(body) } }
    case .exit: return .exit
    case .next: return .next
    }
    return .through
  }

  /// The text of a block behind its filters.
  private func filtered(_ body: [Statement], _ filters: [Expression], _ place: Place) throws -> Value {
    var value = Value.text(try captured { _ = try inBlock { try run(body) } })
    for filter in filters {
      guard case .filter(_, let name, let arguments) = filter.kind else { continue }
      value = try self.filter(value, name, try call(arguments, "the filter '\(name)'", filter.place))
    }
    return value
  }

  private func run(_ loop: Statement.Loop) throws {
    let place = loop.values.place
    var items = try self.items(of: try evaluate(loop.values), "a loop", place)
    if let condition = loop.condition {
      items = try items.filter { item in
        try inBlock {
          try set(loop.target, item, place)
          return try evaluate(condition).isTrue
        }
      }
    }
    guard !items.isEmpty else {
      _ = try run(loop.otherwise)
      return
    }
    let state = LoopState(items)
    for (index, item) in items.enumerated() {
      state.index = index
      try charge(1, place)
      let flow = try inBlock(["loop": .loop(state)]) {
        try set(loop.target, item, place)
        return try run(loop.body)
      }
      if flow == .exit { return }
    }
  }

  func set(_ target: Statement.Target, _ value: Value, _ place: Place) throws {
    switch target {
    case .name(let name): frames[frames.count - 1][name] = value
    case .attribute(let name, let attribute, let place):
      guard case .namespace(let namespace)? = lookUp(name) else {
        throw TemplateError(.unsupported("'\(name).\(attribute) =' where \(name) is no namespace"), place)
      }
      guard !attribute.hasPrefix("_") else { throw TemplateError(.unsupported("the name '\(attribute)'"), place) }
      try checkPlain(value, place)
      namespace.values[attribute] = value
    case .several(let targets, let place):
      let items = try self.items(of: value, "several names", place)
      guard items.count == targets.count else {
        throw TemplateError(.values(operation: "\(targets.count) names", found: "\(items.count) values"), place)
      }
      for (target, item) in zip(targets, items) { try set(target, item, place) }
    }
  }

  func lookUp(_ name: String) -> Value? {
    for frame in frames.reversed() { if let value = frame[name] { return value } }
    return nil
  }

  /// What a loop goes through.
  func items(of value: Value, _ operation: String, _ place: Place) throws -> [Value] {
    switch value {
    case .list(let list): return list.items
    case .dictionary(let entries): return entries.items.map(\.key)
    case .text(let text):
      guard text.count <= TemplateLimits.items else {
        throw TemplateError(.limit("characters in a loop", TemplateLimits.items), place)
      }
      try charge(text.count, place)
      return text.scalars.map { .text(MarkedText([$0])) }
    case .undefined: return []
    default: throw TemplateError(.values(operation: operation, found: value.kindWords), place)
    }
  }
}
