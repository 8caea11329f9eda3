extension Evaluator {
  func textFilter(_ value: Value, _ name: String, _ arguments: CallArguments) throws -> Value {
    let place = arguments.place
    switch name {
    case "join": return try joinFilter(value, arguments)
    case "trim":
      let characters = try arguments.bound("chars")[0]
      return .text(value.written.trimmed(try characters.map { try arguments.text($0) }))
    case "upper": return try text(value.written.uppercased, place)
    case "lower": return try text(value.written.lowercased, place)
    case "capitalize": return try text(value.written.capitalized, place)
    case "title":
      return try text(value.written.titled { $0.isPythonSpace || "-({[<".unicodeScalars.contains($0) }, place)
    case "replace":
      let bound = try arguments.bound("old", "new", "count")
      return try replaced(value.written, bound[0], bound[1], bound[2], arguments)
    case "indent": return try indented(value.written, arguments)
    default: return .int(value.written.split(at: nil, most: .max, fromEnd: false).count)
    }
  }

  private func joinFilter(_ value: Value, _ arguments: CallArguments) throws -> Value {
    let bound = try arguments.bound("d", "attribute")
    var items = try items(of: value, arguments.function, arguments.place)
    if let path = bound[1] { items = try items.map { try self.value(at: path, of: $0, arguments) } }
    return try joined(items.map(\.written), with: bound[0]?.written ?? MarkedText(), arguments.place)
  }

  /// The value at an attribute's name, which may have points in it, or at a number.
  func value(at path: Value, of owner: Value, _ arguments: CallArguments) throws -> Value {
    guard case .text(let text) = path else { return try item(owner, path, arguments.place) }
    return try text.string.split(separator: ".", omittingEmptySubsequences: false).reduce(owner) { owner, name in
      try item(owner, Int(name).map { .int($0) } ?? .string(String(name)), arguments.place)
    }
  }

  private func indented(_ text: MarkedText, _ arguments: CallArguments) throws -> Value {
    let bound = try arguments.bound("width", "first", "blank")
    let spaces: MarkedText
    if case .text(let text)? = bound[0] {
      spaces = text
    } else {
      let width = try arguments.integer(bound[0], standard: 4)
      try checkLength(width, arguments.place)
      spaces = MarkedText(String(repeating: " ", count: max(width, 0)))
    }
    let (first, blank) = (bound[1]?.isTrue ?? false, bound[2]?.isTrue ?? false)
    // A text's last line end does not count as one, so it gets another.
    var lines = MarkedText(text.scalars + MarkedText("\n").scalars).lines()
    let (added, isOver) = lines.count.multipliedReportingOverflow(by: spaces.count + 1)
    try checkLength(isOver ? .max : text.count + added, arguments.place)
    for index in lines.indices where index == 0 ? first : blank || !lines[index].isEmpty {
      lines[index] = MarkedText(spaces.scalars + lines[index].scalars)
    }
    return .text(MarkedText("\n").joined(lines))
  }
}
