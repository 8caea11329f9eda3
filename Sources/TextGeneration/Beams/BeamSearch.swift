import Charts
import Displays
import Glibc
import LanguageModels
import NeuralNetworks
import Tensors

/// Looks for the likeliest text as a whole: it goes on from several texts at once and keeps the best of all that follow.
///
///     let model = GPT(GPTConfiguration(vocabularySize: 8, contextLength: 16, features: 16, layers: 1, heads: 2))
///     let found = BeamSearch(beams: 3, maximumNewTokens: 4).texts(model, after: [1, 2])
///     found.count           // 3
///
/// One beam is greedy search. As many beams as there are texts would be an exhaustive one. A text's score is the sum of the
/// logarithms of its tokens' probabilities, divided by its length to the power of the length penalty, so that short texts
/// have no advantage. Source: Wu and others, Google's Neural Machine Translation System, 2016, section 7; the division as
/// `transformers` does it.
public struct BeamSearch: Sendable, Equatable {
  /// A text that was found.
  public struct Text: Sendable, Equatable {
    /// The tokens after the prompt.
    public let ids: [Int]
    /// The logarithm of its probability, divided for its length.
    public let score: Double
    /// The logarithm of the probability of each token.
    public let logProbabilities: [Double]
  }

  public let beams: Int
  public let maximumNewTokens: Int
  public let lengthPenalty: Double
  /// The token that ends a text; it is the last of the text's.
  public let stopToken: Int?

  public init(beams: Int, maximumNewTokens: Int, lengthPenalty: Double = 1, stopToken: Int? = nil) {
    guard beams > 0 else { stop(.setting("beams", Double(beams), wanted: "at least 1")) }
    self.beams = beams
    self.maximumNewTokens = maximumNewTokens
    self.lengthPenalty = lengthPenalty
    self.stopToken = stopToken
  }

  /// The best texts after a prompt, the best one first.
  public func texts(_ model: any CausalLanguageModel, after ids: [Int]) -> [Text] {
    guard !ids.isEmpty else { stop(.emptyPrompt) }
    if let limit = model.contextLength, ids.count + maximumNewTokens - 1 > limit {
      stop(.promptTooLong(count: ids.count + maximumNewTokens, limit: limit))
    }
    let cache = model.makeCache()
    var finished: [Text] = []
    var running = [Text(ids: [], score: 0, logProbabilities: [])]
    var unread = Tensor(indices: ids).unsqueezed(0)  // [texts, time]
    for _ in 0..<max(maximumNewTokens, 0) {
      let scores = evaluating { logSoftmax(model.lastLogits(unread, cache: cache)) }  // [texts, vocabulary]
      let best = continuations(of: running, scores)
      for text in best.prefix(beams) where text.text.ids.last == stopToken && stopToken != nil {
        finished.append(scored(text.text))
      }
      let going = best.filter { $0.text.ids.last != stopToken || stopToken == nil }.prefix(beams)
      running = going.map(\.text)
      guard !running.isEmpty, !isDone(finished, running) else { break }
      cache.select(going.map(\.parent))
      unread = Tensor(indices: running.map { $0.ids[$0.ids.count - 1] }).unsqueezed(1)
    }
    // What still ran when the tokens were used up competes with what had ended.
    let all = finished + running.filter { $0.ids.count == maximumNewTokens }.map(scored)
    return Array(all.sorted { $0.score > $1.score }.prefix(beams))
  }

  /// The best texts of one token more: twice as many as there are beams, since some may end.
  private func continuations(of texts: [Text], _ scores: Tensor) -> [(text: Text, parent: Int)] {
    let vocabulary = scores.shape[1]
    let numbers = scores.floats
    var candidates: [(score: Double, parent: Int, id: Int)] = []
    for (parent, text) in texts.enumerated() {
      let row = numbers[parent * vocabulary..<(parent + 1) * vocabulary]
      let best = row.indices.sorted { (row[$0], $1) > (row[$1], $0) }.prefix(2 * beams)
      for index in best {
        candidates.append((text.score + Double(row[index]), parent, index - parent * vocabulary))
      }
    }
    candidates.sort { ($0.score, $1.parent, $1.id) > ($1.score, $0.parent, $0.id) }
    return candidates.prefix(2 * beams).map { candidate in
      let text = texts[candidate.parent]
      let logProbability = candidate.score - text.score
      let longer = Text(
        ids: text.ids + [candidate.id], score: candidate.score,
        logProbabilities: text.logProbabilities + [logProbability])
      return (longer, candidate.parent)
    }
  }

  private func scored(_ text: Text) -> Text {
    let score = divided(text.score, by: text.ids.count)
    return Text(ids: text.ids, score: score, logProbabilities: text.logProbabilities)
  }

  private func divided(_ sum: Double, by length: Int) -> Double {
    sum / pow(Double(max(length, 1)), lengthPenalty)
  }

  /// Whether no text that still runs can become better than the worst of enough finished ones.
  private func isDone(_ finished: [Text], _ running: [Text]) -> Bool {
    guard finished.count >= beams, let best = running.first else { return false }
    let kept = finished.map(\.score).sorted(by: >)[beams - 1]
    return divided(best.score, by: best.ids.count) <= kept
  }
}

extension [BeamSearch.Text] {
  /// The texts as a tree with the probability of each token, to be drawn.
  ///
  /// - Parameters:
  ///   - root: The prompt.
  ///   - name: How a token is shown.
  public func tree(after root: String, name: (Int) -> String) -> ProbabilityTree {
    ProbabilityTree(root, branches(self[...], depth: 0, name))
  }

  private func branches(_ texts: ArraySlice<BeamSearch.Text>, depth: Int, _ name: (Int) -> String) -> [Branch] {
    var order: [Int] = []
    var groups: [Int: [BeamSearch.Text]] = [:]
    for text in texts where text.ids.count > depth {
      if groups[text.ids[depth]] == nil { order.append(text.ids[depth]) }
      groups[text.ids[depth], default: []].append(text)
    }
    return order.compactMap { id in
      guard let group = groups[id], let first = group.first else { return nil }
      return Branch(name(id), exp(first.logProbabilities[depth]), branches(group[...], depth: depth + 1, name))
    }
  }
}
