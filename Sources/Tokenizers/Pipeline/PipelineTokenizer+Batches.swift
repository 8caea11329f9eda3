extension PipelineTokenizer {
  /// The tokens of several texts, one encoding for each.
  ///
  ///     let tokenizer = try PipelineTokenizer.trainedBytePairs(on: [], vocabularySize: 256)
  ///     tokenizer.encode(batch: ["a", "bc"]).map(\.tokens)     // [["a"], ["b", "c"]]
  ///
  /// - Parameters:
  ///   - texts: The texts.
  ///   - recognizingSpecialTokens: Whether `[SEP]` in a text is the mark; only for texts that the program writes itself.
  ///   - truncation: How texts that are too long are cut; ``truncation`` is what the tokenizer's file says.
  ///   - padding: How texts become equally long; ``padding`` is what the tokenizer's file says.
  public func encode(
    batch texts: [String], addingSpecialTokens: Bool = true, recognizingSpecialTokens: Bool = false,
    truncation: Truncation? = nil, padding: Padding? = nil
  ) -> [Encoding] {
    let encodings = texts.map { text in
      encode(
        text, pair: nil, addingSpecialTokens: addingSpecialTokens, recognizingSpecialTokens: recognizingSpecialTokens,
        truncation: truncation)
    }
    return padding?.filled(encodings) ?? encodings
  }

  /// The tokens of several pairs of texts, such as questions and what may answer them, one encoding for each.
  ///
  /// The parameters are those of ``encode(batch:addingSpecialTokens:recognizingSpecialTokens:truncation:padding:)``.
  public func encode(
    batch pairs: [(first: String, second: String)], addingSpecialTokens: Bool = true,
    recognizingSpecialTokens: Bool = false, truncation: Truncation? = nil, padding: Padding? = nil
  ) -> [Encoding] {
    let encodings = pairs.map { pair in
      encode(
        pair.first, pair: pair.second, addingSpecialTokens: addingSpecialTokens,
        recognizingSpecialTokens: recognizingSpecialTokens, truncation: truncation)
    }
    return padding?.filled(encodings) ?? encodings
  }

  /// A text that is too long in windows, each with the marks around it, so that nothing of it is lost: a question is asked
  /// of each window of a long text.
  ///
  ///     let tokenizer = PipelineTokenizer.trainedWordPieces(on: ["a b c d"], vocabularySize: 30)
  ///     let truncation = Truncation(maximumLength: 6, strategy: .onlySecond, stride: 1)
  ///     let windows = tokenizer.windows(on: "a", pair: "b c d", truncation: truncation)
  ///     windows[0].tokens     // ["[CLS]", "a", "[SEP]", "b", "c", "[SEP]"]
  ///     windows[1].tokens     // ["[CLS]", "a", "[SEP]", "c", "d", "[SEP]"]
  ///
  /// The first window is what ``encode(_:pair:addingSpecialTokens:recognizingSpecialTokens:truncation:)`` gives; the
  /// others are in the order of Python's `overflowing`. The places of tokens are those in the whole text.
  ///
  /// - Parameter truncation: How long a window is, which text gives way, and by ``Truncation/stride`` how many tokens
  ///   neighbours have in common.
  public func windows(
    on text: String, pair: String? = nil, addingSpecialTokens: Bool = true, recognizingSpecialTokens: Bool = false,
    truncation: Truncation
  ) -> [Encoding] {
    let windows: TextWindows
    do { windows = try textWindows(text, pair, addingSpecialTokens, recognizingSpecialTokens, truncation) } catch {
      stop(error)
    }
    let isSecondFirst = pair != nil && postProcessor?.beginsWithSecond ?? false
    return windows.places(isSecondFirst: isSecondFirst).map { finished(windows, at: $0, addingSpecialTokens) }
  }
}
