/// What a template has become: a text, and who has written which part of it.
///
///     let greeting = try JinjaTemplate("Dear {{ name|trim }}!").filled(with: ["name": .text(" Ada ", source: 0)])
///     greeting.pieces.map(\.source)     // [nil, Optional(0), nil]
public struct FilledTemplate: Sendable, Equatable {
  /// A stretch of the text.
  public struct Piece: Sendable, Equatable {
    public let text: String
    /// Whose words these are; `nil` for the template's own.
    public let source: Int?
  }

  /// The stretches, one after the other.
  public let pieces: [Piece]
  /// What the template marks as the model's own words, by `{% generation %}`: Unicode scalars of the text.
  public let generated: [Range<Int>]

  init(_ text: MarkedText, generated: [Range<Int>]) {
    var pieces: [Piece] = []
    var start = 0
    while start < text.count {
      let source = text.scalars[start].source
      let end = text.scalars[start...].firstIndex { $0.source != source } ?? text.count
      pieces.append(
        Piece(text: String(text.scalars[start..<end].lazy.map(\.scalar)), source: source < 0 ? nil : Int(source)))
      start = end
    }
    (self.pieces, self.generated) = (pieces, generated)
  }

  /// The whole text.
  public var text: String { pieces.map(\.text).joined() }
}
