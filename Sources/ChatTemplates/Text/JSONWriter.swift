/// Writes values as JSON, as Python's `json.dumps` does. What a user has written stays known as such.
struct JSONWriter {
  var indent: String?
  var itemSeparator = ", "
  var keySeparator = ": "
  var sortsKeys = false
  var escapesUnicode = false
  private(set) var text = MarkedText()
  /// For whom it is written: what has no place in JSON is an error of theirs.
  private let arguments: CallArguments
  /// How long the text may become.
  private let limit: Int

  init(_ arguments: CallArguments, limit: Int) { (self.arguments, self.limit) = (arguments, limit) }

  mutating func write(_ value: Value, level: Int = 0) throws {
    switch value {
    case .null: try add("null")
    case .bool(let value): try add(value ? "true" : "false")
    case .int(let value): try add("\(value)")
    case .double(let value):
      try add(value.isNaN ? "NaN" : value.isInfinite ? value < 0 ? "-Infinity" : "Infinity" : value.pythonText)
    case .text(let text): try write(text)
    case .list(let list):
      try add("[")
      for (number, item) in list.items.enumerated() {
        try beginItem(number, level)
        try write(item, level: level + 1)
      }
      try endBlock("]", list.items.count, level)
    case .dictionary(let entries):
      let sorted = sortsKeys ? entries.items.sorted { $0.key.precedes($1.key) ?? false } : entries.items
      try add("{")
      for (number, entry) in sorted.enumerated() {
        try beginItem(number, level)
        try writeKey(entry.key)
        try add(keySeparator)
        try write(entry.value, level: level + 1)
      }
      try endBlock("}", sorted.count, level)
    default: throw arguments.error(value)
    }
  }

  private mutating func writeKey(_ key: Value) throws {
    if case .text(let text) = key { return try write(text) }
    try add("\"")
    try write(key)
    try add("\"")
  }

  private mutating func beginItem(_ number: Int, _ level: Int) throws {
    if number > 0 { try add(itemSeparator) }
    try beginLine(level + 1)
  }

  private mutating func endBlock(_ mark: String, _ count: Int, _ level: Int) throws {
    if count > 0 { try beginLine(level) }
    try add(mark)
  }

  private mutating func beginLine(_ level: Int) throws {
    guard let indent else { return }
    try add("\n")
    for _ in 0..<level { try add(indent) }
  }

  private mutating func add(_ part: String) throws { try add(MarkedText(part)) }

  private mutating func add(_ part: MarkedText) throws {
    guard text.count + part.count <= limit else { throw TemplateError(.limit("characters", limit), arguments.place) }
    text += part
  }

  private mutating func write(_ text: MarkedText) throws {
    let escapesUnicode = escapesUnicode
    try add("\"")
    try add(
      text.mapped { scalar in
        switch scalar {
        case "\"": return "\\\""
        case "\\": return "\\\\"
        case "\n": return "\\n"
        case "\r": return "\\r"
        case "\t": return "\\t"
        case "\u{8}": return "\\b"
        case "\u{C}": return "\\f"
        default:
          let isPlain = scalar.value >= 0x20 && !(escapesUnicode && scalar.value > 0x7E)
          if isPlain { return String(Character(scalar)) }
          return String(Character(scalar)).utf16.map { unit in
            let digits = String(unit, radix: 16)
            return "\\u\(String(repeating: "0", count: 4 - digits.count))\(digits)"
          }.joined()
        }
      })
    try add("\"")
  }
}
