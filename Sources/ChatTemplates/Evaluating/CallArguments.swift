/// What a function, a filter or a test is called with.
struct CallArguments {
  var positional: [Value] = []
  var named: [(name: String, value: Value)] = []
  /// What is called, and where.
  var function: String
  var place: Place

  /// The arguments in the order of the function's parameters; `nil` for those that were left out.
  func bound(_ parameters: String...) throws -> [Value?] {
    guard positional.count <= parameters.count else { throw error("\(positional.count) arguments") }
    var values: [Value?] = positional.map { $0 } + Array(repeating: nil, count: parameters.count - positional.count)
    for (name, value) in named {
      guard let place = parameters.firstIndex(of: name), values[place].isMissing else {
        throw error("the argument '\(name)'")
      }
      values[place] = value
    }
    return values
  }

  /// How much there is in them to look through.
  var size: Int { (positional + named.map(\.value)).reduce(0) { max($0, $1.size) } }

  func error(_ found: String) -> TemplateError { TemplateError(.values(operation: function, found: found), place) }

  func error(_ value: Value?) -> TemplateError { error(value?.kindWords ?? "nothing") }

  /// A text that an argument must be.
  func text(_ value: Value?) throws -> MarkedText {
    guard case .text(let text)? = value else { throw error(value) }
    return text
  }

  /// A whole number that an argument must be, if it is there.
  func integer(_ value: Value?, standard: Int) throws -> Int {
    guard let value else { return standard }
    if case .null = value { return standard }
    guard let number = value.integer else { throw error(value) }
    return number
  }
}

extension Value? {
  fileprivate var isMissing: Bool { if case .some = self { false } else { true } }
}
