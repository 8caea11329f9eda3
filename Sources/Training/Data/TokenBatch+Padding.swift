extension TokenBatch {
  /// Texts of different lengths as one batch: each is read up to its last token, and shorter ones are filled up.
  ///
  ///     TokenBatch(padding: [[5, 6, 7], [8, 9]], with: 0).targetCount     // 3
  ///
  /// The target of each position is the text's next token. Padding asks for nothing.
  /// - Parameters:
  ///   - texts: At least two tokens each.
  ///   - filler: The token that shorter texts are filled up with.
  ///   - learned: For each token of each text whether the model is to learn to say it; all of them unless told otherwise.
  public init(padding texts: [[Int]], with filler: Int, learned: [[Bool]]? = nil) {
    let length = max((texts.map(\.count).max() ?? 0) - 1, 0)
    let inputs = texts.map { text in
      Array(text.dropLast()) + Array(repeating: filler, count: max(length - text.count + 1, 0))
    }
    let targets = texts.enumerated().map { row, text in
      (1..<length + 1).map { place in
        place < text.count && (learned?[row][place] ?? true) ? text[place] : TokenBatch.ignored
      }
    }
    self.init(inputs: inputs, targets: targets)
  }
}
