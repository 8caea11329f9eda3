import LanguageModels

extension TrainCommand {
  /// What a new model is like: as the command line says, else as suits the text.
  struct Sizes {
    let family: Family
    let context: Int
    let layers: Int
    let features: Int
    let heads: Int
    let dropout: Double

    /// - Parameters:
    ///   - isSmall: Whether there is little text.
    ///   - isSparse: Whether most of its tokens are rare.
    init(_ command: TrainCommand, isSmall: Bool, isSparse: Bool) {
      (family, context) = (command.family, command.context)
      dropout = command.dropout ?? (isSparse ? 0.3 : 0)
      if let depth = command.depth {
        (layers, features, heads) = (depth, 64 * depth, depth)
      } else {
        layers = command.layers ?? (isSmall ? 2 : 4)
        features = command.features ?? (isSmall ? 96 : 128)
        heads = command.heads ?? 4
      }
    }

    /// For those who go on.
    var settings: [TrainingSetting] {
      [
        TrainingSetting("--family", family.rawValue), TrainingSetting("--context", "\(context)"),
        TrainingSetting("--layers", "\(layers)"), TrainingSetting("--features", "\(features)"),
        TrainingSetting("--heads", "\(heads)"), TrainingSetting("--dropout", "\(dropout)"),
      ]
    }
  }

  func makeModel(_ vocabularySize: Int, _ sizes: Sizes) throws -> any CausalLanguageModel & PretrainedModel {
    switch sizes.family {
    case .gpt2:
      let configuration = GPTConfiguration(
        vocabularySize: vocabularySize, contextLength: sizes.context, features: sizes.features, layers: sizes.layers,
        heads: sizes.heads, dropout: sizes.dropout)
      try configuration.check()
      return GPT(configuration)
    case .llama:
      let configuration = LlamaConfiguration(
        vocabularySize: vocabularySize, contextLength: sizes.context, features: sizes.features, layers: sizes.layers,
        heads: sizes.heads, dropout: sizes.dropout)
      try configuration.check()
      return Llama(configuration)
    }
  }
}
