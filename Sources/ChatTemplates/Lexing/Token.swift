/// A word of a template, and where it stands.
struct Token: Sendable, Equatable {
  enum Kind: Sendable, Equatable {
    /// Text between tags, with the spaces that count.
    case data(String)
    case printBegin
    case printEnd
    case tagBegin
    case tagEnd
    case name(String)
    case string(String)
    case int(Int)
    case double(Double)
    /// An operator or a bracket.
    case sign(String)
    case end
  }

  let kind: Kind
  let place: Place

  /// As a reader would call it.
  var words: String {
    switch kind {
    case .data: "text"
    case .printBegin: "'{{'"
    case .printEnd: "'}}'"
    case .tagBegin: "'{%'"
    case .tagEnd: "'%}'"
    case .name(let name): "'\(name)'"
    case .string(let text): "the string '\(text.prefix(20))'"
    case .int(let number): "\(number)"
    case .double(let number): "\(number)"
    case .sign(let sign): "'\(sign)'"
    case .end: "the end of the template"
    }
  }
}
