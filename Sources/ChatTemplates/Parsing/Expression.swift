/// What has a value, as a tree.
final class Expression: Sendable {
  indirect enum Kind: Sendable {
    case null
    case bool(Bool)
    case int(Int)
    case double(Double)
    case string(MarkedText)
    case name(String)
    case list([Expression], isTuple: Bool)
    case dictionary([(key: Expression, value: Expression)])
    case negative(Expression)
    case positive(Expression)
    case not(Expression)
    case and(Expression, Expression)
    case or(Expression, Expression)
    case arithmetic(String, Expression, Expression)
    case joined([Expression])
    case comparison(Expression, [(sign: String, right: Expression)])
    case choice(test: Expression, then: Expression, otherwise: Expression?)
    case attribute(Expression, String)
    case item(Expression, Expression)
    case slice(Expression, from: Expression?, to: Expression?, step: Expression?)
    case call(Expression, Arguments)
    /// Without a value it filters the text of a block.
    case filter(Expression?, String, Arguments)
    case test(Expression, String, Arguments)
  }

  struct Arguments: Sendable {
    var positional: [Expression] = []
    var named: [(name: String, value: Expression)] = []

    var all: [Expression] { positional + named.map(\.value) }
  }

  let kind: Kind
  let place: Place
  /// How many expressions stand in each other here.
  let depth: Int

  init(_ kind: Kind, _ place: Place, _ parts: [Expression]) throws {
    (self.kind, self.place) = (kind, place)
    depth = 1 + (parts.map(\.depth).max() ?? 0)
    // Whatever goes through the tree step by step must come to its end.
    guard depth <= Parser.deepest else {
      throw TemplateError(.limit("expressions in each other", Parser.deepest), place)
    }
  }
}
