/// A text and what it is about.
public struct LabeledText: Sendable, Hashable {
  public let text: String
  public let label: String

  public init(_ text: String, label: String) { (self.text, self.label) = (text, label) }
}

extension Array where Element == LabeledText {
  /// The labels in the order of the alphabet, each once.
  public var labels: [String] { Set(map(\.label)).sorted() }

  /// Two parts in which each label has the same share. Texts that are alike are taken once.
  ///
  /// - Throws: ``CorpusError`` if the share is not between 0 and 1.
  public func split(
    validationShare share: Double = 0.2, seed: UInt64 = 0
  ) throws(CorpusError) -> (training: [LabeledText], validation: [LabeledText]) {
    var seen: Set<String> = []
    let once = filter { seen.insert(Corpus.essence($0.text)).inserted }
    var (training, validation): ([LabeledText], [LabeledText]) = ([], [])
    for label in once.labels {
      let texts = once.filter { $0.label == label }
      let chosen = try heldOut(texts.count, share, seed)
      for (number, text) in texts.enumerated() {
        if chosen.contains(number) { validation.append(text) } else { training.append(text) }
      }
    }
    return (training, validation)
  }
}
