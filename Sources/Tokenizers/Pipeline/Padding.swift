/// How texts of a batch are made equally long.
///
///     let tokenizer = PipelineTokenizer.trainedWordPieces(on: ["low", "lowest"], vocabularySize: 40)
///     let batch = tokenizer.encode(batch: ["low", "low low"], padding: tokenizer.padding)
///     batch.map(\.attentionMask)     // [[1, 1, 1, 0], [1, 1, 1, 1]]
public struct Padding: Equatable, Sendable {
  /// How long the texts become.
  public enum Length: Equatable, Sendable {
    /// As long as the longest of the batch.
    case longest
    /// As long as told, or longer where a text is.
    case fixed(Int)
  }

  /// What fills a text up.
  public var token: AddedToken
  /// How long the texts become, before that is made a multiple.
  public var length: Length
  /// The length is made a multiple of this: some processors are quicker then.
  public var multiple: Int
  /// Whether a text is filled up before its beginning, as texts are that a model is to go on with.
  public var isAtStart: Bool
  /// The ``Encoding/typeIDs`` of what was filled in.
  public var typeID: Int

  public init(
    _ token: AddedToken, length: Length = .longest, multiple: Int = 1, isAtStart: Bool = false, typeID: Int = 0
  ) {
    self.token = token
    self.length = length
    self.multiple = multiple
    self.isAtStart = isAtStart
    self.typeID = typeID
  }

  /// The texts of a batch, filled up. A text that is longer than ``Length/fixed(_:)`` stays as it is.
  public func filled(_ batch: [Encoding]) -> [Encoding] {
    var wanted =
      switch length {
      case .longest: batch.map(\.count).max() ?? 0
      case .fixed(let length): length
      }
    if multiple > 1, wanted % multiple != 0 { wanted += multiple - wanted % multiple }
    return batch.map { $0.padded(to: wanted, with: token, typeID: typeID, atStart: isAtStart) }
  }
}
