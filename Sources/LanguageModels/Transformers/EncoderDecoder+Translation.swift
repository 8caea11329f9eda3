import Glibc
import NeuralNetworks
import Tensors

extension EncoderDecoder {
  /// Writes the translation of a text.
  ///
  ///     let ids = model.translate([5, 9, 7], start: 1, end: 2, beams: 4)
  ///
  /// With one beam the likeliest token is taken each time. With more, as many beginnings are followed at once, and the
  /// best whole is taken: a good beginning need not lead to the best end. Wholes of different lengths are compared by
  /// their log-probability divided by ((5 + length) / 6) to the power of `lengthPenalty`. Source: Vaswani and others,
  /// 2017, section 6.1; Wu and others, Google's Neural Machine Translation System, 2016, section 7.
  /// - Parameters:
  ///   - source: The ids of the text.
  ///   - start: The mark that every translation begins with.
  ///   - end: The mark that every translation ends with.
  ///   - longest: How many tokens are written at most.
  ///   - beams: How many beginnings are followed at once.
  /// - Returns: The ids without the marks.
  public func translate(
    _ source: [Int], start: Int, end: Int, longest: Int = 64, beams: Int = 1, lengthPenalty: Double = 0.6
  ) -> [Int] {
    guard !source.isEmpty else { return [] }
    return withoutGradients {
      var search = BeamSearch(beams: max(beams, 1), end: end, lengthPenalty: lengthPenalty)
      let cache = makeCache()
      let memory = encode(Tensor(indices: source).unsqueezed(0))  // [1, time, features]
      var last = [start]
      for _ in 0..<longest {
        let tokens = Tensor(indices: last).unsqueezed(1)  // [beginnings, 1]
        let scores = decode(tokens, memory: memory.repeated([last.count, 1, 1]), cache: cache)[.all, 0]
        let parents = search.extend(logSoftmax(scores))
        if search.isFinished { break }
        cache.select(parents)
        last = search.lastTokens
      }
      return search.best
    }
  }
}

/// The beginnings that are followed, and the wholes that were found.
private struct BeamSearch {
  struct Text {
    var ids: [Int] = []
    var logProbability = 0.0
  }

  let beams: Int
  let end: Int
  let lengthPenalty: Double
  private var beginnings = [Text()]
  private var wholes: [Text] = []

  init(beams: Int, end: Int, lengthPenalty: Double) {
    (self.beams, self.end, self.lengthPenalty) = (beams, end, lengthPenalty)
  }

  var isFinished: Bool { wholes.count >= beams || beginnings.isEmpty }
  var lastTokens: [Int] { beginnings.compactMap(\.ids.last) }
  /// The best whole, or the best beginning if no end was found.
  var best: [Int] { (wholes.isEmpty ? beginnings : wholes).max { worth($0) < worth($1) }?.ids ?? [] }

  private func worth(_ text: Text) -> Double {
    text.logProbability / Glibc.pow((5 + Double(text.ids.count)) / 6, lengthPenalty)
  }

  /// Goes on by one token.
  /// - Parameter logProbabilities: For each beginning those of all tokens. `[beginnings, vocabulary]`
  /// - Returns: Which of the old beginnings each new one goes on from.
  mutating func extend(_ logProbabilities: Tensor) -> [Int] {
    // Half of the candidates may be ends, and as many beginnings as before are still left.
    let count = min(2 * beams, logProbabilities.shape[1])
    let (values, tokens) = logProbabilities.topK(count)  // [beginnings, count]
    var candidates: [(parent: Int, token: Int, logProbability: Double)] = []
    for (parent, text) in beginnings.enumerated() {
      for (value, token) in zip(values[parent].doubles, tokens[parent].ints) {
        candidates.append((parent, token, text.logProbability + value))
      }
    }
    candidates.sort { $0.logProbability > $1.logProbability }
    let old = beginnings
    var parents: [Int] = []
    beginnings = []
    for (rank, candidate) in candidates.enumerated() where beginnings.count < beams {
      var text = Text(ids: old[candidate.parent].ids, logProbability: candidate.logProbability)
      if candidate.token == end {
        if rank < beams { wholes.append(text) }
        continue
      }
      text.ids.append(candidate.token)
      beginnings.append(text)
      parents.append(candidate.parent)
    }
    return parents
  }
}
