import LanguageModels
import NeuralNetworks
import Randomness
import Tensors

/// Fine-tunes a model by small additions to some of its linear layers: the model itself stays as it is.
///
///     let model = GPT(GPTConfiguration(vocabularySize: 20, contextLength: 8, features: 8, layers: 1, heads: 2))
///     let lora = try LoRA(model, targets: ["projection"], rank: 2, alpha: 4)
///     lora.adapters.map(\.name)     // ["blocks.0.attention.projection"]
///
/// All parameters of the model are frozen, and each layer whose name ends in one of the targets gets a
/// ``LowRankAdapter``. A head for a new task has learned nothing yet and must not be frozen: the head of a classifier goes on
/// learning, whole, and so does what `trained` names (`modules_to_save` of `peft`). Source: Hu and others, LoRA: Low-Rank
/// Adaptation of Large Language Models, 2021.
public final class LoRA {
  public let model: any Module
  public let targets: [String]
  /// What learns whole, beside the adapters: the head of a classifier, or what was named.
  public let whole: [(name: String, module: any Module)]
  public let rank: Int
  public let alpha: Double
  public let dropout: Double
  /// The adapted layers by name.
  public let adapters: [(name: String, layer: Linear, adapter: LowRankAdapter)]
  /// The weights without the adapters, while these are merged into them.
  private var plainWeights: [Tensor]?

  /// - Parameters:
  ///   - targets: The ends of the names of layers, such as `attention.projection`.
  ///   - trained: The ends of the names of modules that learn whole, beside the adapters; what stands on the body of a
  ///     classifier unless told otherwise. An empty list freezes all.
  ///   - rank: How many features the adapters have inside.
  ///   - alpha: What the adapters are multiplied by, times the rank.
  /// - Throws: ``LoRAError`` if a setting makes no sense or no layer has such a name. Nothing has changed then.
  public init(
    _ model: any Module, targets: [String], trained: [String]? = nil, rank: Int = 8, alpha: Double = 16,
    dropout: Double = 0, random: RandomSource = .current
  ) throws(LoRAError) {
    guard rank > 0 else { throw .rank(rank) }
    guard alpha > 0, alpha.isFinite else { throw .alpha(alpha) }
    guard 0..<1 ~= dropout else { throw .dropout(dropout) }
    let whole = try trained.map { ends throws(LoRAError) in try LoRA.modules(of: model, ends) } ?? LoRA.head(of: model)
    // What learns whole needs no adapter.
    let layers = model.namedModules.compactMap { name, module in (module as? Linear).map { (name, $0) } }
      .filter { name, _ in !whole.contains { name == $0.name || name.hasPrefix("\($0.name).") } }
    let chosen = layers.filter { name, _ in targets.contains { name == $0 || name.hasSuffix(".\($0)") } }
    for target in targets where !chosen.contains(where: { $0.0 == target || $0.0.hasSuffix(".\(target)") }) {
      throw .noLayer(target, known: Set(layers.map { LoRA.withoutNumbers($0.0) }).sorted())
    }
    if chosen.isEmpty, whole.isEmpty { throw .nothing(known: Set(layers.map { LoRA.withoutNumbers($0.0) }).sorted()) }
    if let (name, _) = chosen.first(where: { $0.1.adapter != nil }) { throw .adaptedAlready(name) }
    model.freeze()
    for parameter in whole.flatMap(\.module.parameters) { parameter.isTrainable = true }
    self.whole = whole
    adapters = chosen.map { name, layer in
      let adapter = LowRankAdapter(
        layer.inputs, layer.outputs, rank: rank, alpha: alpha, dropout: dropout, random: random)
      layer.adapter = adapter
      return (name, layer, adapter)
    }
    (self.model, self.targets, self.rank, self.alpha, self.dropout) = (model, targets, rank, alpha, dropout)
  }

  /// How many of the model's numbers learn, as a share of all.
  public var trainableShare: Double {
    let learning = model.parameters.filter(\.isTrainable).reduce(0) { $0 + $1.count }
    return Double(learning) / Double(model.parameterCount)
  }

  public var isMerged: Bool { plainWeights != nil }

  /// Adds the adapters to the weights and takes them off the layers: the model gives the same, as fast as without them,
  /// and can be saved like any other.
  public func merge() {
    guard !isMerged else { return }
    plainWeights = adapters.map { stopGradient($0.layer.weight.value) }
    for (_, layer, adapter) in adapters {
      layer.weight.value = stopGradient(layer.weight.value) + adapter.weight
      layer.adapter = nil
    }
  }

  /// Puts the weights back as they were, bit for bit, and the adapters beside them.
  public func unmerge() {
    guard let plainWeights else { return }
    for ((_, layer, adapter), weight) in zip(adapters, plainWeights) {
      layer.weight.value = weight
      layer.adapter = adapter
    }
    self.plainWeights = nil
  }

  /// The modules whose names end in one of some words.
  private static func modules(
    of model: any Module, _ ends: [String]
  ) throws(LoRAError) -> [(name: String, module: any Module)] {
    let all = model.namedModules.filter { !$0.0.isEmpty }
    for end in ends where !all.contains(where: { $0.0 == end || $0.0.hasSuffix(".\(end)") }) {
      throw .noModule(end, known: Set(all.map { withoutNumbers($0.0) }).sorted())
    }
    return all.filter { name, _ in ends.contains { name == $0 || name.hasSuffix(".\($0)") } }.map { ($0.0, $0.1) }
  }

  /// The layers that score classes or answers, which are new where a model begins to learn a task.
  private static func head(of model: any Module) -> [(name: String, module: any Module)] {
    let layers: [any Module] =
      switch model {
      case let model as any SequenceClassificationModel: model.head
      case let model as TokenClassifier: [model.output]
      case let model as QuestionAnswerer: [model.spans]
      default: []
      }
    return model.namedModules.filter { _, module in layers.contains { ($0 as AnyObject) === (module as AnyObject) } }
      .map { ($0.0, $0.1) }
  }

  /// `blocks.attention.output` for `blocks.3.attention.output`.
  private static func withoutNumbers(_ name: String) -> String {
    name.split(separator: ".").filter { Int($0) == nil }.joined(separator: ".")
  }
}
