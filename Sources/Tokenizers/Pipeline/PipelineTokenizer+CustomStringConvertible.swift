extension PipelineTokenizer: CustomStringConvertible {
  /// How tokens are found, and how many there are: `PipelineTokenizer: byte pairs, 512 tokens, 256 joins`.
  public var description: String {
    let (kind, joins) = kind
    let parts = [kind, "\(vocabularySize) tokens"] + (joins.map { [$0 == 1 ? "1 join" : "\($0) joins"] } ?? [])
    return "PipelineTokenizer: \(parts.joined(separator: ", "))"
  }

  private var kind: (name: String, joins: Int?) {
    switch model {
    case let model as BytePairModel: model.merges.isEmpty ? ("characters", nil) : ("byte pairs", model.merges.count)
    case is WordPieceModel: ("pieces of words", nil)
    case is UnigramModel: ("likely pieces", nil)
    default: ("whole words", nil)
    }
  }
}
