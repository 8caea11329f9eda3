/// What the blocks of a transformer are like.
///
///     var configuration = TransformerConfiguration.gpt2(features: 128, heads: 4)
///     configuration.dropout = 0.1
///     let careful = TransformerBlock(configuration)
///
/// There are beginnings for the well-known families: ``gpt2(features:heads:)``,
/// ``llama(features:heads:keyValueHeads:hidden:)``, ``bert(features:heads:)``, ``originalEncoder(features:heads:)`` and
/// ``originalDecoder(features:heads:)``.
public struct TransformerConfiguration: Sendable, Equatable, Codable {
  /// How rotary positions turn.
  public struct Rotary: Sendable, Equatable, Codable {
    public var base: Double
    public var layout: RotaryPositions.Layout
    public var scaling: RotaryScaling?

    /// Makes the settings of rotary positions; see ``RotaryPositions``.
    public init(base: Double = 10_000, layout: RotaryPositions.Layout = .halves, scaling: RotaryScaling? = nil) {
      self.base = base
      self.layout = layout
      self.scaling = scaling
    }
  }

  /// How many features each position has.
  public var features: Int
  /// How many heads of queries there are.
  public var heads: Int
  /// How many features each head has; an even share of all unless told otherwise.
  public var headSize: Int?
  /// How many heads of keys and values there are; as many as queries unless told otherwise.
  public var keyValueHeads: Int?
  /// How many features the feed-forward part has inside; four times as many, or with a gate 8/3, unless told otherwise.
  public var hidden: Int?
  public var norm = NormKind.layerNorm
  public var placement = NormPlacement.before
  /// What the norms add so that nothing is divided by 0.
  public var epsilon = 1e-5
  /// What bends the hidden features, where there is no gate.
  public var activation = Activation.gelu
  /// Whether the feed-forward part is a ``SwiGLU``.
  public var isGated = false
  /// What bends the gate, where there is one.
  public var gateActivation = Activation.silu
  /// Whether the linear layers add something.
  public var bias = true
  /// Whether those of the feed-forward part do; as the others unless told otherwise.
  public var feedForwardBias: Bool?
  /// Whether nobody looks ahead.
  public var isCausal = false
  /// What the scores of attention are multiplied by; 1/√(features of a head) unless told otherwise.
  public var attentionScale: Double?
  /// Whether there is a second attention, to what an encoder gave.
  public var looksAtMemory = false
  /// Whether, and how, queries and keys are turned by their positions.
  public var rotary: Rotary?
  public var projections = AttentionProjections.packed
  /// How much of what each part adds is dropped while training.
  public var dropout = 0.0
  /// How many of the weights of attention are dropped while training.
  public var attentionDropout = 0.0
  /// How many of the hidden features are dropped while training.
  public var hiddenDropout = 0.0

  /// Blocks of an encoder with the norms before each part.
  public init(features: Int, heads: Int) {
    self.features = features
    self.heads = heads
  }
}
