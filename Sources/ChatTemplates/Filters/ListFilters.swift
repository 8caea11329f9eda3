extension Evaluator {
  func listFilter(_ value: Value, _ name: String, _ arguments: CallArguments) throws -> Value {
    let place = arguments.place
    if name == "items" {
      if case .dictionary(let entries) = value { return try pairs(entries, place) }
      if case .undefined = value { return try list([], place) }
      throw arguments.error(value)
    }
    if name == "dictsort" { return try sortedEntries(value, arguments) }
    if name == "reverse", case .text(let text) = value { return .text(MarkedText(text.scalars.reversed())) }
    let items = try items(of: value, arguments.function, place)
    switch name {
    case "first": return items.first ?? .undefined("the first of nothing")
    case "last": return items.last ?? .undefined("the last of nothing")
    case "list": return try list(items, place)
    case "reverse": return try list(items.reversed(), place)
    case "sort":
      let bound = try arguments.bound("reverse", "case_sensitive", "attribute")
      return try list(
        try sorted(
          items, reversed: bound[0]?.isTrue ?? false, keepsCase: bound[1]?.isTrue ?? false, attribute: bound[2],
          arguments),
        place)
    case "unique": return try unique(items, arguments)
    case "sum":
      let bound = try arguments.bound("attribute", "start")
      return try items.reduce(bound[1] ?? .int(0)) { sum, item in
        var item = item
        if let path = bound[0], !path.isNull { item = try self.value(at: path, of: item, arguments) }
        return try arithmetic("+", sum, item, place)
      }
    default:
      let bound = try arguments.bound("case_sensitive", "attribute")
      let sorted = try sorted(
        items, reversed: false, keepsCase: bound[0]?.isTrue ?? false, attribute: bound[1], arguments)
      return (name == "min" ? sorted.first : sorted.last) ?? .undefined("the \(name) of nothing")
    }
  }

  /// What values are sorted by: an attribute, in small letters unless told otherwise.
  private func key(
    of item: Value, _ attribute: Value?, keepsCase: Bool, _ arguments: CallArguments
  ) throws -> Value {
    var key = item
    if let attribute, !attribute.isNull { key = try value(at: attribute, of: item, arguments) }
    if case .text(let text) = key, !keepsCase { return .text(text.lowercased) }
    return key
  }

  private func sorted(
    _ items: [Value], reversed: Bool, keepsCase: Bool, attribute: Value?, _ arguments: CallArguments
  ) throws -> [Value] {
    let steps = Int.bitWidth - items.count.leadingZeroBitCount
    try charge(items.reduce(0) { min($0 + $1.size / 8 + 1, limits.steps) } * steps, arguments.place)
    let keyed = try items.enumerated().map {
      (offset: $0.offset, key: try key(of: $0.element, attribute, keepsCase: keepsCase, arguments))
    }
    let order = try keyed.sorted { left, right in
      let (first, second) = reversed ? (right, left) : (left, right)
      guard let isBefore = first.key.precedes(second.key), let isBehind = second.key.precedes(first.key) else {
        throw arguments.error("\(left.key.kindWords) and \(right.key.kindWords)")
      }
      return isBefore || !isBehind && left.offset < right.offset
    }
    return order.map { items[$0.offset] }
  }

  private func unique(_ items: [Value], _ arguments: CallArguments) throws -> Value {
    let bound = try arguments.bound("case_sensitive", "attribute")
    var (seen, kept): ([Value], [Value]) = ([], [])
    for item in items {
      let key = try key(of: item, bound[1], keepsCase: bound[0]?.isTrue ?? false, arguments)
      try charge(seen.count * (1 + min(key.size, limits.characters) / 8), arguments.place)
      if !seen.contains(where: { $0.isSame(as: key) }) {
        seen.append(key)
        kept.append(item)
      }
    }
    return try list(kept, arguments.place)
  }

  private func sortedEntries(_ value: Value, _ arguments: CallArguments) throws -> Value {
    let bound = try arguments.bound("case_sensitive", "by", "reverse")
    guard case .dictionary(let entries) = value, case .list(let pairs) = try pairs(entries, arguments.place) else {
      throw arguments.error(value)
    }
    let by = try bound[1].map { try arguments.text($0).string } ?? "key"
    return try list(
      try sorted(
        pairs.items, reversed: bound[2]?.isTrue ?? false, keepsCase: bound[0]?.isTrue ?? false,
        attribute: .int(by == "value" ? 1 : 0), arguments), arguments.place)
  }
}

extension Value {
  var isNull: Bool { if case .null = self { true } else { false } }
}
