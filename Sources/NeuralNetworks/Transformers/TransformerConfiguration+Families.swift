extension TransformerConfiguration {
  /// Radford and others, Language Models are Unsupervised Multitask Learners, 2019.
  public static func gpt2(features: Int, heads: Int) -> TransformerConfiguration {
    var configuration = TransformerConfiguration(features: features, heads: heads)
    configuration.activation = .geluTanh
    configuration.isCausal = true
    return configuration
  }

  /// Touvron and others, LLaMA: Open and Efficient Foundation Language Models, 2023, section 2.2; with heads that share
  /// keys and values, Llama 2, 2023, section 2.2.
  public static func llama(
    features: Int, heads: Int, keyValueHeads: Int? = nil, hidden: Int? = nil
  ) -> TransformerConfiguration {
    var configuration = TransformerConfiguration(features: features, heads: heads)
    configuration.keyValueHeads = keyValueHeads
    configuration.hidden = hidden
    configuration.norm = .rmsNorm
    configuration.isGated = true
    configuration.bias = false
    configuration.isCausal = true
    configuration.rotary = Rotary()
    configuration.projections = .separate
    return configuration
  }

  /// Devlin and others, BERT: Pre-training of Deep Bidirectional Transformers, 2018, section 3.
  public static func bert(features: Int, heads: Int) -> TransformerConfiguration {
    var configuration = TransformerConfiguration(features: features, heads: heads)
    configuration.placement = .after
    configuration.epsilon = 1e-12
    configuration.projections = .separate
    return configuration
  }

  /// Vaswani and others, Attention Is All You Need, 2017, section 3.1: the encoder.
  public static func originalEncoder(features: Int, heads: Int) -> TransformerConfiguration {
    var configuration = TransformerConfiguration(features: features, heads: heads)
    configuration.placement = .after
    configuration.activation = .relu
    return configuration
  }

  /// Vaswani and others, Attention Is All You Need, 2017, section 3.1: the decoder, which looks at what the encoder
  /// gave.
  public static func originalDecoder(features: Int, heads: Int) -> TransformerConfiguration {
    var configuration = originalEncoder(features: features, heads: heads)
    configuration.isCausal = true
    configuration.looksAtMemory = true
    return configuration
  }
}
