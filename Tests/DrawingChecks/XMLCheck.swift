/// A small check of the rules that a browser's XML parser is strict about: elements nest and close, there is one root,
/// attributes are quoted and unique, and `<` and `&` in text are escaped.
package struct XMLCheck {
  package struct Mistake: Error, Equatable {
    package var what: String
    package var near: String
  }

  /// The text between the elements, with the escapes resolved.
  package private(set) var texts: [String] = []
  /// The attributes of each element, in the order in which the elements begin.
  package private(set) var elements: [(name: String, attributes: [String: String])] = []
  private var rest: Substring
  private var open: [String] = []

  package init(_ document: String) throws {
    rest = document[...]
    while !rest.isEmpty {
      if rest.first == "<" {
        if open.isEmpty, !elements.isEmpty { throw mistake("a second root") }
        try readTag()
      } else {
        let text = rest.prefix { $0 != "<" }
        if open.isEmpty { throw mistake("text outside of the root") }
        texts.append(try unescaped(text))
        rest = rest[text.endIndex...]
      }
    }
    if !open.isEmpty || elements.isEmpty { throw mistake("an element that is not closed: \(open)") }
  }

  private mutating func readTag() throws {
    if let tag = rest.prefixMatch(of: /<\/([a-z]+)>/) {
      guard open.popLast() == String(tag.output.1) else { throw mistake("an end without a beginning") }
      rest = rest[tag.range.upperBound...]
      return
    }
    guard let tag = rest.prefixMatch(of: /<([a-z]+)((?: [a-zA-Z:-]+="[^"<]*")*)(\/?)>/) else {
      throw mistake("no tag")
    }
    var attributes: [String: String] = [:]
    for attribute in tag.output.2.matches(of: #/ ([a-zA-Z:-]+)="([^"]*)"/#) {
      let value = try unescaped(attribute.output.2)
      guard attributes.updateValue(value, forKey: String(attribute.output.1)) == nil else {
        throw mistake("an attribute given twice")
      }
    }
    elements.append((String(tag.output.1), attributes))
    if tag.output.3.isEmpty { open.append(String(tag.output.1)) }
    rest = rest[tag.range.upperBound...]
  }

  private func unescaped(_ text: Substring) throws -> String {
    for scalar in text.unicodeScalars where scalar.value < 0x20 && scalar != "\n" || scalar.value == 0xFFFE {
      throw mistake("a character that XML does not allow")
    }
    if text.replacing(/&(amp|lt|gt|quot|#39);/, with: "").contains("&") { throw mistake("an & that is not escaped") }
    return String(text).replacing("&lt;", with: "<").replacing("&gt;", with: ">").replacing("&quot;", with: "\"")
      .replacing("&#39;", with: "'").replacing("&amp;", with: "&")
  }

  private func mistake(_ what: String) -> Mistake { Mistake(what: what, near: String(rest.prefix(60))) }
}
