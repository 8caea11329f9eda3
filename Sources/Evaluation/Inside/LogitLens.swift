import Displays
import LanguageModels
import NeuralNetworks
import Tensors

/// What the model would say if it stopped after each layer: its head reads the stream between the blocks.
///
///     let model = withRandomness(seed: 1) {
///       GPT(GPTConfiguration(vocabularySize: 9, contextLength: 8, features: 8, layers: 2, heads: 2))
///     }
///     let lens = LogitLens(model, tokens: [1, 5, 2])
///     lens.probabilities.shape                      // [2, 3, 9]: layers, positions, tokens
///     lens.guess(layer: 1, position: 2).token       // what the model says in the end
///
/// The last layer gives the model's own output. It shows itself as a table of guesses. Source: nostalgebraist,
/// interpreting GPT: the logit lens, 2020.
public struct LogitLens: Sendable {
  /// How the tokens of the text are written.
  public let names: [String]
  /// How likely each token is to come next, by layer and position. `[layers, time, vocabulary]`
  public let probabilities: Tensor
  private let written: @Sendable (Int) -> String

  /// - Parameter name: How a token is written; its number unless told otherwise.
  public init(
    _ model: some LayeredLanguageModel, tokens: [Int], name: @escaping @Sendable (Int) -> String = { "\($0)" }
  ) {
    guard !tokens.isEmpty else { stop(.tooFewTokens(measure: "LogitLens", count: 0, needed: 1)) }
    let inside = model.inside(tokens)
    names = tokens.map(name)
    written = name
    let streams = model.blocks.indices.compactMap { inside["blocks.\($0)"]?[0] }  // [time, features] each
    probabilities = evaluating { softmax(model.scores(ofStream: stacked(streams))) }
  }

  /// The likeliest token after a position, by what a layer knows.
  public func guess(layer: Int, position: Int) -> (token: Int, probability: Double) {
    let row = probabilities[layer][position]  // [vocabulary]
    let token = row.argmax()
    return (token, row[token].doubleItem)
  }
}

extension LogitLens: CustomStringConvertible, Displayable {
  private var table: ValueTable {
    let layers = 0..<probabilities.shape[0]
    return ValueTable(
      columns: ["after"] + layers.map { "layer \($0)" },
      rows: names.indices.map { position in
        [names[position]]
          + layers.map { layer in
            let guess = guess(layer: layer, position: position)
            return "\(written(guess.token)) \(guess.probability.fixed(2))"
          }
      }, isNumeric: [false] + layers.map { _ in false })
  }

  public var description: String { table.text }
  public var display: Display { .html(table.html, text: description) }
}
