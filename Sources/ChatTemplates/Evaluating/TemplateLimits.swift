/// How much a template may do. It comes with a model from somewhere, and is not to be trusted: whatever it says, it ends soon.
///
///     let endless = try JinjaTemplate("{% for a in range(99999) %}{{ a }}{% endfor %}")
///     (try? endless.filled(with: [:], limits: TemplateLimits(steps: 1_000))) == nil     // true
public struct TemplateLimits: Sendable, Equatable {
  /// How many steps it may take: each expression is one, and each few characters or values that are made or looked through.
  public var steps: Int
  /// How long a text may become, in characters.
  public var characters: Int

  public init(steps: Int = 1_000_000, characters: Int = 1 << 20) { (self.steps, self.characters) = (steps, characters) }

  /// How deep expressions, blocks and calls may stand in each other while they are computed.
  static let depth = 200
  /// How many values a list may have.
  static let items = 100_000
  /// How deep lists and dictionaries may stand in each other.
  static let valueDepth = 40
}
