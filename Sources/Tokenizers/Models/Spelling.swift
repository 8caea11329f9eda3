/// A text as it is spelt, scalar by scalar.
///
/// Swift takes `é` and `e` with an accent behind it for the same text. To a tokenizer they are two, and to what compares texts
/// as the field's programs do.
package struct Spelling: Hashable, Sendable {
  package let text: String

  package init(_ text: String) { self.text = text }

  package static func == (left: Spelling, right: Spelling) -> Bool {
    left.text.utf8.elementsEqual(right.text.utf8)
  }

  package func hash(into hasher: inout Hasher) {
    var text = text
    text.withUTF8 { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
  }
}
