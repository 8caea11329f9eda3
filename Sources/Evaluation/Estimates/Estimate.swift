/// What a model will cost before it exists: operations, memory, time and energy, from its sizes alone.
///
///     let estimate = Estimate(ModelSizes(.small))
///     estimate.cacheBytes(texts: 1, tokens: 1024)        // 75497472, 72 MiB
///     estimate.forwardOperations(context: 1024)          // 284812800 for each token
///     estimate.trainingSeconds(tokens: 1_000_000, operationsPerSecond: 100e9)
///
/// Operations count a multiplication and an addition as two; norms, softmax and activations are left out, as they are
/// a few percent. Sources: Kaplan and others, Scaling Laws for Neural Language Models, 2020, section 2.1 (operations);
/// Rajbhandari and others, ZeRO, 2020, section 3 (memory).
public struct Estimate: Sendable, Equatable {
  public let sizes: ModelSizes
  /// How many bytes a number takes: 4 for Float32.
  public let bytesPerNumber: Int

  public init(_ sizes: ModelSizes, bytesPerNumber: Int = 4) {
    guard bytesPerNumber >= 1 else {
      stop(.below(measure: "Estimate", setting: "bytesPerNumber", value: "\(bytesPerNumber)", smallest: "1"))
    }
    self.sizes = sizes
    self.bytesPerNumber = bytesPerNumber
  }

  // MARK: Operations

  /// The operations to read one token, when it looks at so many.
  ///
  /// Twice the numbers in all products, the head's too, and for each layer 4 · context · features for attention: scores,
  /// and the mean of values; the features there are those of all heads. A causal model that reads a text of n tokens at
  /// once looks at (n + 1) / 2 on average.
  public func forwardOperations(context: Int) -> Int {
    let products = sizes.layers * sizes.blockProducts + sizes.vocabulary * sizes.features
    return 2 * products + 4 * sizes.layers * context * sizes.queryFeatures
  }

  /// The operations to learn from one token: reading it, and twice as much on the way back.
  public func trainingOperations(context: Int) -> Int { 3 * forwardOperations(context: context) }

  // MARK: Memory

  public var weightBytes: Int { sizes.parameters * bytesPerNumber }

  /// The gradients, one for each weight.
  public var gradientBytes: Int { weightBytes }

  /// What Adam keeps: two means for each weight.
  public var optimizerBytes: Int { 2 * weightBytes }

  /// What the way back needs to know of each token that is read: some 10 rows of features, the feed-forward part's twice
  /// or three times, the attention weights, all for each layer, and the scores and their softmax.
  ///
  /// How much exactly depends on what a program keeps and what it computes again; take this for the order of size.
  public func activationBytes(texts: Int, tokens: Int) -> Int {
    let inner = (sizes.isGated ? 3 : 2) * sizes.hidden
    let block = 6 * sizes.features + 2 * (sizes.queryFeatures + sizes.keyValueFeatures) + inner + sizes.heads * tokens
    return texts * tokens * (sizes.layers * block + 2 * sizes.vocabulary) * bytesPerNumber
  }

  /// The keys and values of texts that are written token by token.
  public func cacheBytes(texts: Int = 1, tokens: Int) -> Int {
    2 * sizes.layers * sizes.keyValueFeatures * texts * tokens * bytesPerNumber
  }

  /// All that training needs at once.
  public func trainingBytes(texts: Int, tokens: Int) -> Int {
    weightBytes + gradientBytes + optimizerBytes + activationBytes(texts: texts, tokens: tokens)
  }

  // MARK: Time and energy

  /// How long it takes to learn from so many tokens.
  ///
  /// - Parameters:
  ///   - context: How many tokens a text has; as many as the model looks at unless told otherwise.
  ///   - operationsPerSecond: What the machine reaches; ``measureOperationsPerSecond(size:)`` tells.
  public func trainingSeconds(tokens: Int, context: Int? = nil, operationsPerSecond: Double) -> Double {
    guard operationsPerSecond > 0 else {
      stop(
        .outside(
          measure: "Estimate", setting: "operationsPerSecond", value: "\(operationsPerSecond)", wanted: "above 0"))
    }
    let seen = ((context ?? sizes.context) + 1) / 2
    return Double(tokens) * Double(trainingOperations(context: seen)) / operationsPerSecond
  }

  /// The energy of so many seconds, in kilowatt-hours.
  ///
  /// - Parameter watts: What the machine draws while it computes.
  public static func kilowattHours(seconds: Double, watts: Double) -> Double { seconds * watts / 3_600_000 }
}
