extension Evaluator {
  /// Filters that do something with each value of a list: `map`, `select`, `rejectattr` and their like.
  func choosingFilter(_ value: Value, _ name: String, _ arguments: CallArguments) throws -> Value {
    // As in Jinja, what counts as false has no items.
    let items = value.isTrue ? try items(of: value, arguments.function, arguments.place) : []
    if name == "map" { return try mapped(items, arguments) }
    var rest = arguments.positional
    var path: Value?
    if name.hasSuffix("attr") {
      guard !rest.isEmpty else { throw arguments.error("no attribute") }
      path = rest.removeFirst()
    }
    let test = rest.isEmpty ? nil : try arguments.text(rest.removeFirst()).string
    if let test, !ValueTests.names.contains(test) {
      throw TemplateError(.unsupported("the test '\(test)'"), arguments.place)
    }
    let isSelected = name.hasPrefix("select")
    let testArguments = CallArguments(
      positional: rest, function: "the test '\(test ?? "")'", place: arguments.place)
    return try list(
      try items.filter { item in
        try charge(1, arguments.place)
        let value = try path.map { try self.value(at: $0, of: item, arguments) } ?? item
        return try (test.map { try self.test(value, $0, testArguments) } ?? value.isTrue) == isSelected
      }, arguments.place)
  }

  private func mapped(_ items: [Value], _ arguments: CallArguments) throws -> Value {
    var rest = arguments
    if rest.positional.isEmpty {
      let bound = try arguments.bound("attribute", "default")
      guard let path = bound[0] else { throw arguments.error("no attribute") }
      return try list(
        try items.map { item in
          let value = try value(at: path, of: item, arguments)
          if case .undefined = value, let standard = bound[1] { return standard }
          return value
        }, arguments.place)
    }
    let name = try arguments.text(rest.positional.removeFirst()).string
    guard Filters.names.contains(name) else {
      throw TemplateError(.unsupported("the filter '\(name)'"), arguments.place)
    }
    rest.function = "the filter '\(name)'"
    return try list(
      try items.map { item in try deeper(arguments.place) { try filter(item, name, rest) } }, arguments.place)
  }
}
