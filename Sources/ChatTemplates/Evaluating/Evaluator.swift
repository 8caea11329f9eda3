/// Fills in a template: goes through its tree, and writes.
///
/// It sees the values that it was given and nothing else, and it ends: every step is counted, and so is every character.
final class Evaluator {
  /// Names and their values, the innermost block's last.
  var frames: [[String: Value]]
  let limits: TemplateLimits
  let date: @Sendable () -> TemplateDate
  /// What has been written so far.
  private(set) var output = MarkedText()
  /// Where the model's own words stand in the output, as the template marks them.
  private(set) var generated: [Range<Int>] = []
  /// How many blocks are written to a text of their own just now.
  private var captures = 0
  private var steps = 0
  private var depth = 0

  init(_ values: [String: Value], _ limits: TemplateLimits, date: @escaping @Sendable () -> TemplateDate) {
    (frames, self.limits, self.date) = ([values], limits, date)
  }

  // MARK: Limits

  /// Counts steps.
  func charge(_ count: Int, _ place: Place) throws {
    steps += max(count, 1)
    guard steps <= limits.steps else { throw TemplateError(.limit("steps", limits.steps), place) }
  }

  /// Goes one level deeper while something is done.
  func deeper<Result>(_ place: Place, _ body: () throws -> Result) throws -> Result {
    try charge(1, place)
    guard depth < TemplateLimits.depth else {
      throw TemplateError(.limit("levels of nesting", TemplateLimits.depth), place)
    }
    depth += 1
    defer { depth -= 1 }
    return try body()
  }

  /// Sees to it that a text that is to be made is not too long.
  func checkLength(_ count: Int, _ place: Place) throws {
    guard count <= limits.characters else { throw TemplateError(.limit("characters", limits.characters), place) }
    try charge(count / 4, place)
  }

  func text(_ text: MarkedText, _ place: Place) throws -> Value {
    try checkLength(text.count, place)
    return .text(text)
  }

  func list(_ items: [Value], isTuple: Bool = false, _ place: Place) throws -> Value {
    guard items.count <= TemplateLimits.items else {
      throw TemplateError(.limit("values of a list", TemplateLimits.items), place)
    }
    try charge(items.count, place)
    for item in items { try checkPlain(item, place) }
    let list = Value.List(items, isTuple: isTuple)
    try checkSize(list.size, list.depth, place)
    return .list(list)
  }

  func dictionary(_ entries: [(key: Value, value: Value)], _ place: Place) throws -> Value {
    var result = Value.Entries()
    for (key, value) in entries {
      try chargeLookUp(key, in: result, place)
      try checkPlain(value, place)
      switch key {
      case .null, .bool, .int, .double, .text: break
      default: throw TemplateError(.values(operation: "a dictionary", found: "\(key.kindWords) as a key"), place)
      }
      result.set(key, value)
    }
    try checkSize(result.size, result.depth, place)
    return .dictionary(result)
  }

  /// Counts what it takes to find a key.
  func chargeLookUp(_ key: Value, in entries: Value.Entries, _ place: Place) throws {
    try charge(entries.items.count * (1 + min(key.size, limits.characters) / 8), place)
  }

  func checkPlain(_ value: Value, _ place: Place) throws {
    guard value.isPlain else { throw TemplateError(.unsupported("\(value.kindWords) kept in another value"), place) }
  }

  /// Lists in each other that are too deep, or too much even if each is small, as the same may be in them many times.
  private func checkSize(_ size: Int, _ depth: Int, _ place: Place) throws {
    guard depth <= TemplateLimits.valueDepth else {
      throw TemplateError(.limit("lists in each other", TemplateLimits.valueDepth), place)
    }
    let most = 4 * limits.characters
    guard size <= most else { throw TemplateError(.limit("characters and values in a list", most), place) }
  }

  // MARK: Output

  func write(_ text: MarkedText, _ place: Place) throws {
    try checkLength(output.count + text.count, place, charging: text.count)
    output += text
  }

  private func checkLength(_ count: Int, _ place: Place, charging written: Int) throws {
    guard count <= limits.characters else { throw TemplateError(.limit("characters", limits.characters), place) }
    try charge(written / 4, place)
  }

  /// What is written while something is done, which goes nowhere else.
  func captured(_ body: () throws -> Void) throws -> MarkedText {
    let outer = output
    output = MarkedText()
    captures += 1
    defer {
      captures -= 1
      output = outer
    }
    try body()
    return output
  }

  /// Notes what is written meanwhile as the model's own words.
  func generating(_ body: () throws -> Void) throws {
    let start = output.count
    try body()
    if captures == 0 { generated.append(start..<output.count) }
  }

  /// Names that are set meanwhile are gone afterwards.
  func inBlock<Result>(_ values: [String: Value] = [:], _ body: () throws -> Result) rethrows -> Result {
    frames.append(values)
    defer { frames.removeLast() }
    return try body()
  }
}
