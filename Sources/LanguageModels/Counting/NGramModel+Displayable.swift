import Displays

extension NGramModel {
  public var description: String {
    "NGramModel of order \(order), \(vocabularySize) tokens, \(differentRuns) different runs"
  }

  public var display: Display { .text(description) }

  /// How likely each of some tokens is after each of them: a table of bigrams.
  ///
  ///     let model = NGramModel(order: 2, vocabularySize: 2, smoothing: .addK(0))
  ///     model.count([0, 1, 1, 0, 1])
  ///     model.table(["a", "b"]).shares     // [[0, 1], [0.5, 0.5]]
  ///
  /// - Parameters:
  ///   - names: The names of all tokens, in the order of their ids.
  ///   - shown: Which ids to show; the first 16 unless told otherwise.
  public func table(_ names: [String], shown: [Int]? = nil) -> NGramTable {
    guard names.count == vocabularySize else {
      stop(.names(names.count, model: "NGramModel", vocabularySize: vocabularySize))
    }
    let shown = shown ?? Array(0..<min(vocabularySize, 16))
    if let token = shown.first(where: { !names.indices.contains($0) }) {
      stop(.token(token, model: "NGramModel", vocabularySize: vocabularySize))
    }
    return NGramTable(
      names: shown.map { names[$0] },
      shares: shown.map { before in
        let row = probabilities(after: [before])
        return shown.map { row[$0] }
      })
  }
}
