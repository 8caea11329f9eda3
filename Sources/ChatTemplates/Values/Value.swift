/// What an expression gives.
indirect enum Value {
  /// Nothing has this name.
  case undefined(String)
  case null
  case bool(Bool)
  case int(Int)
  case double(Double)
  case text(MarkedText)
  case list(List)
  case dictionary(Entries)
  case namespace(Namespace)
  case loop(LoopState)
  case macro(Statement.Macro, level: Int)
  case function(String)
  case method(of: Value, String)

  struct List {
    let items: [Value]
    var isTuple = false
    let depth: Int
    let size: Int

    init(_ items: [Value], isTuple: Bool = false) {
      (self.items, self.isTuple) = (items, isTuple)
      depth = 1 + (items.map(\.depth).max() ?? 0)
      size = items.reduce(1) { $0.addingSaturating($1.size) }
    }
  }

  struct Entries {
    private(set) var items: [(key: Value, value: Value)] = []
    private(set) var depth = 1
    private(set) var size = 1

    /// The value of a key.
    subscript(key: Value) -> Value? { items.first { $0.key.isSame(as: key) }?.value }

    func has(_ key: Value) -> Bool { items.contains { $0.key.isSame(as: key) } }

    mutating func set(_ key: Value, _ value: Value) {
      depth = max(depth, value.depth + 1)
      size = size.addingSaturating(key.size).addingSaturating(value.size)
      if let place = items.firstIndex(where: { $0.key.isSame(as: key) }) {
        items[place].value = value
      } else {
        items.append((key, value))
      }
    }
  }

  static func string(_ text: String) -> Value { .text(MarkedText(text)) }

  /// How many lists and dictionaries stand in each other.
  var depth: Int {
    switch self {
    case .list(let list): list.depth
    case .dictionary(let entries): entries.depth
    default: 0
    }
  }

  /// How much there is to look through. It is known, as a list may hold the same one many times.
  var size: Int {
    switch self {
    case .text(let text): text.count + 1
    case .list(let list): list.size
    case .dictionary(let entries): entries.size
    default: 1
    }
  }

  /// Whether it may be kept in a list, a dictionary or a namespace. What has a life of its own may not: nothing can ever hold
  /// itself.
  var isPlain: Bool {
    switch self {
    case .namespace, .loop, .macro, .function, .method: false
    default: true
    }
  }

  /// As a reader would call it.
  var kindWords: String {
    switch self {
    case .undefined(let name): "\(name), which has no value"
    case .null: "none"
    case .bool: "a truth value"
    case .int, .double: "a number"
    case .text: "a text"
    case .list(let list): list.isTuple ? "a tuple" : "a list"
    case .dictionary: "a dictionary"
    case .namespace: "a namespace"
    case .loop: "a loop"
    case .macro: "a macro"
    case .function, .method: "a function"
    }
  }

  var isTrue: Bool {
    switch self {
    case .undefined, .null: false
    case .bool(let value): value
    case .int(let value): value != 0
    case .double(let value): value != 0
    case .text(let text): !text.isEmpty
    case .list(let list): !list.items.isEmpty
    case .dictionary(let entries): !entries.items.isEmpty
    default: true
    }
  }

  /// The number that it is, or stands for: a truth value is 0 or 1.
  var number: Double? {
    switch self {
    case .bool(let value): value ? 1 : 0
    case .int(let value): Double(value)
    case .double(let value): value
    default: nil
    }
  }

  var integer: Int? {
    switch self {
    case .bool(let value): value ? 1 : 0
    case .int(let value): value
    default: nil
    }
  }
}

/// Values with names that a template may change, from inside a loop too.
final class Namespace {
  var values: [String: Value] = [:]
}

extension Int {
  fileprivate func addingSaturating(_ other: Int) -> Int {
    let (sum, isOver) = addingReportingOverflow(other)
    return isOver ? .max : sum
  }
}
