import NeuralNetworks
import Randomness
import Tensors

/// A language model that reads token by token and keeps what matters in a state of fixed size.
///
///     let model = RecurrentLanguageModel(RecurrentConfiguration(.lstm, vocabularySize: 65, features: 16, hidden: 32))
///     model.logits(Tensor([[3, 1, 4]], dtype: .int), cache: nil).shape     // [1, 3, 65]
///
/// Each token becomes a row of features, the cells read one after the other, and what they give is compared with every
/// token. Reading on costs the same at every step, however long the text is; in return, all that a text says must go
/// through the state. Source: Mikolov and others, Recurrent neural network based language model, 2010; for the shared
/// table Press and Wolf, Using the Output Embedding to Improve Language Models, 2017.
public final class RecurrentLanguageModel: CausalLanguageModel {
  public let configuration: RecurrentConfiguration
  /// The row of each token. `[vocabulary, features]`
  public let tokens: Embedding
  /// An `RNN`, an `LSTM` or a `GRU`.
  public let recurrent: any Layer
  public let dropout: Dropout?
  /// What compares the state with every token, unless that is the table of tokens. `[vocabulary, hidden]`
  public let output: Linear?

  /// Makes a model that has learned nothing yet.
  ///
  /// A configuration that makes no model stops the program; ``RecurrentConfiguration/check()`` looks before.
  /// - Parameter random: Where the first weights come from.
  public init(_ configuration: RecurrentConfiguration, random: RandomSource = .current) {
    do { try configuration.check() } catch { stop(.configuration(error)) }
    self.configuration = configuration
    let (features, hidden, layers) = (configuration.features, configuration.hidden, configuration.layers)
    tokens = Embedding(configuration.vocabularySize, features, random: random)
    let between = layers > 1 ? configuration.dropout : 0
    recurrent =
      switch configuration.cell {
      case .rnn: RNN(features, hidden, layers: layers, dropout: between, random: random)
      case .lstm: LSTM(features, hidden, layers: layers, dropout: between, random: random)
      case .gru: GRU(features, hidden, layers: layers, dropout: between, random: random)
      }
    dropout = configuration.dropout == 0 ? nil : Dropout(configuration.dropout)
    output = configuration.tiesHead ? nil : Linear(hidden, configuration.vocabularySize, random: random)
    if configuration.tiesHead {
      // As a head, a table with a deviation of 1 would be far too sure.
      let deviation = 1 / Double(features).squareRoot()
      tokens.weight.value = .normal(tokens.weight.shape, standardDeviation: deviation, random: random)
    }
  }

  public var vocabularySize: Int { configuration.vocabularySize }
  /// Any length of text will do.
  public var contextLength: Int? { nil }
  public func makeCache() -> any LanguageModelCache { RecurrentCache() }

  public func logits(_ tokens: Tensor, cache: (any LanguageModelCache)?) -> Tensor {
    head(hidden(tokens, cache: cache))  // [batch, time, vocabulary]
  }

  public func lastLogits(_ tokens: Tensor, cache: (any LanguageModelCache)?) -> Tensor {
    let x = hidden(tokens, cache: cache)
    return head(x[.all, x.shape[1] - 1])  // [batch, vocabulary]
  }

  /// What the cells give at each position. `[batch, time]` to `[batch, time, hidden]`
  public func hidden(_ tokens: Tensor, cache: (any LanguageModelCache)? = nil) -> Tensor {
    checkTokens(tokens, model: "RecurrentLanguageModel")
    var x = self.tokens(tokens)  // [batch, time, features]
    x = dropout?(x) ?? x
    let known = state(cache)
    let (read, states) = read(x, from: known?.states)
    known?.append(tokens.shape[1], states)
    return dropout?(read) ?? read
  }

  /// Compares the state with every token. `[…, hidden]` to `[…, vocabulary]`
  public func head(_ x: Tensor) -> Tensor { output?(x) ?? linear(x, weight: tokens.weight) }

  private func state(_ cache: (any LanguageModelCache)?) -> RecurrentCache? {
    guard let cache else { return nil }
    guard let cache = cache as? RecurrentCache else {
      stop(.cache(model: "RecurrentLanguageModel", wanted: "RecurrentCache"))
    }
    return cache
  }

  /// - Returns: What the cells give, and their states at the end, `[layers, batch, hidden]` each.
  private func read(_ x: Tensor, from states: [Tensor]?) -> (output: Tensor, states: [Tensor]) {
    switch recurrent {
    case let layer as LSTM:
      let (output, state) = layer(x, from: states.map { LSTMState(hidden: $0[0], cells: $0[1]) })
      return (output, [state.hidden, state.cells])
    case let layer as GRU:
      let (output, state) = layer(x, from: states?[0])
      return (output, [state])
    case let layer as RNN:
      let (output, state) = layer(x, from: states?[0])
      return (output, [state])
    default: return (recurrent(x), [])
    }
  }
}
