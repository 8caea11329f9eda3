import Displays

/// A tokenizer that is made of exchangeable parts, as the field's files describe them: what normalizes a text, what cuts
/// it, what finds tokens, what puts marks around it, and what turns tokens back into text.
///
///     let tokenizer = try PipelineTokenizer.trainedBytePairs(on: ["low lower lowest"], vocabularySize: 262)
///     tokenizer.text(of: tokenizer.ids(of: "lower 水"))     // "lower 水"
///
/// `AutoTokenizer` reads one from a model folder.
public final class PipelineTokenizer: Tokenizer {
  let normalizer: Normalizer?
  let preTokenizer: PreTokenizer?
  let model: any TokenModel
  let postProcessor: PostProcessor?
  let decoder: TokenDecoder?
  let added: AddedTokens
  /// How long texts are cut, if the file says so; ``encode(_:pair:addingSpecialTokens:recognizingSpecialTokens:truncation:)``
  /// does it when it is asked to.
  public let truncation: Truncation?
  /// How texts of a batch are made equally long, if the file says so;
  /// ``encode(batch:addingSpecialTokens:recognizingSpecialTokens:truncation:padding:)`` does it when it is asked to.
  public let padding: Padding?
  /// What stands beside the tokenizer in its folder.
  public let settings: TokenizerSettings

  init(
    normalizer: Normalizer? = nil, preTokenizer: PreTokenizer? = nil, model: any TokenModel,
    postProcessor: PostProcessor? = nil, decoder: TokenDecoder? = nil, added: [AddedToken] = [],
    truncation: Truncation? = nil, padding: Padding? = nil, settings: TokenizerSettings = TokenizerSettings()
  ) {
    self.normalizer = normalizer
    self.preTokenizer = preTokenizer
    self.model = model
    self.postProcessor = postProcessor
    self.decoder = decoder
    self.added = AddedTokens(added, normalizer: normalizer)
    self.truncation = truncation
    self.padding = padding
    self.settings = settings
  }

  convenience init(_ parts: TokenizerParts, settings: TokenizerSettings) {
    self.init(
      normalizer: parts.normalizer, preTokenizer: parts.preTokenizer, model: parts.model,
      postProcessor: parts.postProcessor, decoder: parts.decoder, added: parts.added, truncation: parts.truncation,
      padding: parts.padding, settings: settings)
  }

  /// The same tokenizer with other settings.
  public convenience init(_ other: PipelineTokenizer, settings: TokenizerSettings) {
    self.init(
      normalizer: other.normalizer, preTokenizer: other.preTokenizer, model: other.model,
      postProcessor: other.postProcessor, decoder: other.decoder, added: other.added.tokens,
      truncation: other.truncation, padding: other.padding, settings: settings)
  }

  public var vocabularySize: Int { max(model.vocabulary.count, (added.tokens.map(\.id).max() ?? -1) + 1) }

  /// The tokens beside the vocabulary: marks, padding.
  public var addedTokens: [AddedToken] { added.tokens }

  public func token(for id: Int) -> String? { added.text(id) ?? model.vocabulary.token(id) }

  public func id(for token: String) -> Int? { added.id(token) ?? model.vocabulary.id(token) }

  /// The id of what marks something, if the folder names it.
  public func id(of mark: TokenizerSettings.Mark) -> Int? { settings.marks[mark].flatMap(id) }

  /// How a chat is written for the model, in the language Jinja, if the folder says so. `ChatTemplate` fills it in.
  public var chatTemplate: String? { settings.chatTemplate }

  /// Some of the tokens, with the marks around them.
  func finished(
    _ windows: TextWindows, at place: (first: Range<Int>, second: Range<Int>), _ addsMarks: Bool
  ) -> Encoding {
    let processor = postProcessor ?? .byteLevel(trimsOffsets: false, addsPrefixSpace: false)
    return processor.process(
      windows.first.part(place.first), windows.second?.part(place.second), addingSpecialTokens: addsMarks)
  }

  public func decode(_ ids: [Int], skippingSpecialTokens: Bool) -> String {
    let tokens = ids.compactMap { id -> String? in
      guard let text = added.text(id) else { return model.vocabulary.token(id) }
      return skippingSpecialTokens && added.isSkipped(id) ? nil : text
    }
    let text = decoder?.texts(of: tokens).joined() ?? tokens.joined(separator: " ")
    return settings.cleansUpSpaces && !(model is BytePairModel) ? TokenDecoder.cleaned(text) : text
  }

  func pieces(of text: String, _ special: SpecialTokenPlaces) throws(TokenizerError) -> Encoding {
    let vocabulary = model.vocabulary
    var encoding = Encoding()
    try forEachToken(of: text, special: special) { id, place, word, written in
      encoding.ids.append(id)
      encoding.tokens.append(written ?? vocabulary.token(id) ?? "")
      encoding.offsets.append(place)
      encoding.wordIDs.append(word)
    }
    encoding.specialTokensMask = Array(repeating: 0, count: encoding.ids.count)
    encoding.typeIDs = Array(repeating: 0, count: encoding.ids.count)
    encoding.attentionMask = Array(repeating: 1, count: encoding.ids.count)
    return encoding
  }

  func forEachToken(
    of text: String, special: SpecialTokenPlaces,
    _ body: (_ id: Int, _ place: Range<Int>, _ word: Int, _ written: String?) -> Void
  ) throws(TokenizerError) {
    var (word, count) = (0, 0)
    var found: [FoundToken] = []
    /// The text of a stretch, if it is no token.
    func plain(_ stretch: AddedTokens.Stretch) -> [TextUnit]? {
      switch stretch {
      case .token(let token, let place, let spaces):
        let inner = postProcessor?.trimmed(place, spaces, isFirst: count == 0) ?? place
        body(token.id, inner, word, added.text(token.id))
        (word, count) = (word + 1, count + 1)
        return nil
      case .text(let units): return units
      }
    }
    for stretch in added.stretches(of: TextUnit.units(of: text), isNormalized: false, special: special) {
      guard let units = plain(stretch) else { continue }
      let normal = normalizer?.normalize(units) ?? units
      for stretch in added.stretches(of: normal, isNormalized: true, special: special) {
        guard let units = plain(stretch) else { continue }
        let whole = CutText(units)
        let text = preTokenizer?.cut(whole) ?? whole
        for piece in text.pieces where !piece.isEmpty {
          found.removeAll(keepingCapacity: true)
          try model.append(tokensOf: text.units[piece], to: &found)
          var position = piece.lowerBound
          for token in found {
            // A token of no length is one more byte of what is before it.
            let first = token.length == 0 ? max(position - token.reach, piece.lowerBound) : position
            let last = min(max(position + token.length - 1, piece.lowerBound), piece.upperBound - 1)
            let start = text.units[first].start
            let written = token.isUnknown ? text.units[first...last].text : nil
            body(token.id, Int(start)..<Int(max(text.units[last].end, start)), word, written)
            count += 1
            position += token.length
          }
          word += 1
        }
      }
    }
  }
}
