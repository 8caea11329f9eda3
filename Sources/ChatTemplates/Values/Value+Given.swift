extension Value {
  /// A given value. What is deeper than any template could reach is cut off.
  init(_ given: TemplateValue, depth: Int = 0) {
    guard depth < TemplateLimits.valueDepth else {
      self = .null
      return
    }
    switch given {
    case .null: self = .null
    case .bool(let value): self = .bool(value)
    case .int(let value): self = .int(value)
    case .double(let value): self = .double(value)
    case .text(let text, let source):
      self = .text(MarkedText(text, source: source.flatMap { Int32(exactly: $0) } ?? -1))
    case .list(let items): self = .list(List(items.map { Value($0, depth: depth + 1) }))
    case .dictionary(let given):
      var entries = Entries()
      for entry in given { entries.set(.string(entry.key), Value(entry.value, depth: depth + 1)) }
      self = .dictionary(entries)
    }
  }
}
