/// A value that a template is given.
///
///     let message: TemplateValue = ["role": "user", "content": .text("Hi!", source: 0)]
///
/// A text with a source is somebody's words: where it gets to in the filled-in template is told apart from the template's own.
public indirect enum TemplateValue: Sendable, Equatable {
  case null
  case bool(Bool)
  case int(Int)
  case double(Double)
  /// - Parameter source: A number from 0 up for whoever has written it; `nil` if it may be taken for the template's own.
  case text(String, source: Int? = nil)
  case list([TemplateValue])
  case dictionary([Entry])

  public struct Entry: Sendable, Equatable {
    public let key: String
    public let value: TemplateValue

    public init(_ key: String, _ value: TemplateValue) { (self.key, self.value) = (key, value) }
  }
}

extension TemplateValue: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral, ExpressibleByBooleanLiteral,
  ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral
{
  public init(stringLiteral text: String) { self = .text(text) }
  public init(integerLiteral number: Int) { self = .int(number) }
  public init(booleanLiteral value: Bool) { self = .bool(value) }
  public init(arrayLiteral items: TemplateValue...) { self = .list(items) }
  public init(dictionaryLiteral entries: (String, TemplateValue)...) {
    self = .dictionary(entries.map { Entry($0.0, $0.1) })
  }
}
