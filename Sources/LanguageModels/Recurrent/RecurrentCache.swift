import Tensors

/// What a ``RecurrentLanguageModel`` has in mind of texts that go on.
///
/// It keeps numbers, not how they were computed: gradients do not go back beyond them.
public final class RecurrentCache: LanguageModelCache {
  public private(set) var count = 0
  /// The states of the cells, `[layers, batch, hidden]` each; `nil` before the first token.
  public private(set) var states: [Tensor]?

  public init() {}

  func append(_ time: Int, _ states: [Tensor]) {
    count += time
    self.states = states.map { stopGradient($0) }
  }

  public func copy() -> any LanguageModelCache {
    let copy = RecurrentCache()
    (copy.count, copy.states) = (count, states)
    return copy
  }

  public func select(_ texts: [Int]) {
    states = states?.map { $0.selecting(Tensor(indices: texts), axis: 1) }
  }
}
