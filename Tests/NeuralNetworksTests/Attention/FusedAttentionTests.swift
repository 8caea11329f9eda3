import Randomness
import Tensors
import Testing

@testable import NeuralNetworks

/// The fused attention and the one from the books: results and gradients on random numbers.
@Suite struct FusedAttentionTests {
  struct Sizes: Sendable, CustomStringConvertible {
    var batch = 2
    var heads = 2
    var shared = 2
    var time = 5
    var otherTime = 5
    var size = 4
    var valueSize = 4

    var description: String { "\(batch)·\(heads)/\(shared)·\(time)→\(otherTime)·\(size)/\(valueSize)" }
  }

  /// Odd sizes, one of everything, more and fewer keys than queries, shared heads, and more rows than one block of 64
  /// takes.
  static let sizes = [
    Sizes(), Sizes(batch: 1, heads: 1, shared: 1, time: 1, otherTime: 1, size: 1, valueSize: 1),
    Sizes(time: 3, otherTime: 7), Sizes(time: 7, otherTime: 3), Sizes(heads: 4, shared: 2),
    Sizes(heads: 6, shared: 1, time: 2), Sizes(size: 3, valueSize: 5), Sizes(time: 1, otherTime: 9),
    Sizes(batch: 1, heads: 2, shared: 1, time: 70, otherTime: 70, size: 8, valueSize: 8),
    Sizes(batch: 1, heads: 1, shared: 1, time: 130, otherTime: 131, size: 2, valueSize: 2),
  ]

  enum Mask: String, CaseIterable {
    case none, causal, padding, causalAndPadding, random, eachHead, added, nothing
  }

  /// Where the numbers of queries, keys and values lie.
  enum Layout: String, CaseIterable {
    case rowMajor, headsInside, partOfLarger, backwards, everySecond, repeatedInTime
  }

  @Test("With every mask", arguments: sizes, Mask.allCases)
  func masks(sizes: Sizes, mask: Mask) { expectEqual(sizes, mask, .rowMajor) }

  @Test("Wherever the numbers lie", arguments: [sizes[0], sizes[2], sizes[4], sizes[7]], Layout.allCases)
  func layouts(sizes: Sizes, layout: Layout) {
    expectEqual(sizes, .none, layout)
    expectEqual(sizes, .causal, layout)
  }

  @Test(
    "A number that is spoilt is not hidden by a mask", arguments: [Mask.padding, .causalAndPadding, .eachHead, .added])
  func spoilt(mask: Mask) {
    let random = RandomSource(seed: 6)
    let sizes = Sizes()
    var query = Tensor.normal([2, 2, 5, 4], random: random)
    query[1, 0, 2, 3] = Tensor(Float.nan)
    let (key, value) = (Tensor.normal([2, 2, 5, 4], random: random), Tensor.normal([2, 2, 5, 4], random: random))
    let (places, isCausal) = Self.mask(mask, sizes, random)
    let weights = attentionWeights(query: query, key: key, mask: places, isCausal: isCausal)
    let mixed = weights.matmul(value)
    // What is not a number is not even itself.
    let spoilt = mixed .!= mixed
    #expect(spoilt[1, 0, 2].all() && spoilt.bools.count { $0 } == 4)
    let result = attention(query: query, key: key, value: value, mask: places, isCausal: isCausal)
    #expect((result .!= result) == spoilt)
  }

  @Test("Nor by the loop for few keys", arguments: [Float.nan, .infinity, -.infinity])
  func spoiltBriefly(number: Float) {
    let random = RandomSource(seed: 7)
    var query = Tensor.normal([1, 2, 5, 16], random: random)
    query[0, 1, 2, 3] = Tensor(number)
    let (key, value) = (Tensor.normal([1, 2, 5, 16], random: random), Tensor.normal([1, 2, 5, 16], random: random))
    let result = withoutGradients { attention(query: query, key: key, value: value) }
    let mixed = attentionWeights(query: query, key: key).matmul(value)
    #expect((result .!= result) == (mixed .!= mixed))
    #expect((result .!= result).bools.count { $0 } == 16)
  }

  /// Sequences for which one loop does it all, and some that are a little too long or too narrow for it.
  static let briefSizes = [
    Sizes(size: 16, valueSize: 16), Sizes(heads: 4, time: 17, otherTime: 33, size: 32, valueSize: 32),
    Sizes(batch: 40, time: 31, otherTime: 31, size: 16, valueSize: 16),
    Sizes(time: 64, otherTime: 64, size: 16, valueSize: 16), Sizes(time: 3, otherTime: 65, size: 16, valueSize: 16),
    Sizes(size: 16, valueSize: 5), Sizes(size: 24, valueSize: 24),
  ]

  @Test("Without a way back", arguments: briefSizes, [Layout.rowMajor, .headsInside, .partOfLarger, .backwards])
  func withoutWayBack(sizes: Sizes, layout: Layout) {
    let random = RandomSource(seed: 5)
    let shapes = [(sizes.heads, sizes.time, sizes.size), (sizes.shared, sizes.otherTime, sizes.size)]
    let inputs = (shapes + [(sizes.shared, sizes.otherTime, sizes.valueSize)]).map { heads, time, size in
      let (numbers, view) = numbers([sizes.batch, heads, time, size], layout, random)
      return view(numbers)
    }
    for isCausal in [false, true] {
      let fast = attention(query: inputs[0], key: inputs[1], value: inputs[2], isCausal: isCausal)
      let slow = attentionByHand(query: inputs[0], key: inputs[1], value: inputs[2], isCausal: isCausal)
      expectClose([fast], [slow])
    }
  }

  @Test("With the same gradient for every time, as a sum over time sends back")
  func repeatedUpstream() {
    let upstream = Tensor.normal([2, 2, 1, 4], random: RandomSource(seed: 2)).broadcast(to: [2, 2, 5, 4])
    let inputs = (0..<3).map { Tensor.normal([2, 2, 5, 4], random: RandomSource(seed: UInt64($0))) }
    let fast = run(inputs, upstream) { attention(query: $0[0], key: $0[1], value: $0[2]) }
    expectClose(fast, run(inputs, upstream) { attentionByHand(query: $0[0], key: $0[1], value: $0[2]) })
  }

  @Test("Packed side by side", arguments: [(1, 1, 1), (5, 2, 3), (70, 2, 8)], [true, false])
  func packed(shape: (time: Int, heads: Int, size: Int), isCausal: Bool) {
    let random = RandomSource(seed: 3)
    let features = shape.heads * shape.size
    let packed = Tensor.normal([2, shape.time, 3 * features], random: random)
    let mask = shape.time == 5 ? paddingMask(lengths: [5, 2]) : nil
    let upstream = Tensor.normal([2, shape.time, features], random: random)
    let fast = run([packed], upstream) {
      selfAttention(packed: $0[0], heads: shape.heads, mask: mask, isCausal: isCausal)
    }
    let slow = run([packed], upstream) { inputs in
      let parts = (0..<3).map { part in
        inputs[0].sliced(part * features..<(part + 1) * features, axis: 2)
          .reshaped(to: [2, shape.time, shape.heads, shape.size]).transposed(1, 2)
      }
      return attentionByHand(query: parts[0], key: parts[1], value: parts[2], mask: mask, isCausal: isCausal)
        .transposed(1, 2).reshaped(to: [2, shape.time, features])
    }
    expectClose(fast, slow)
  }

  private func expectEqual(_ sizes: Sizes, _ mask: Mask, _ layout: Layout) {
    let random = RandomSource(seed: 1)
    let inputs = [
      numbers([sizes.batch, sizes.heads, sizes.time, sizes.size], layout, random),
      numbers([sizes.batch, sizes.shared, sizes.otherTime, sizes.size], layout, random),
      numbers([sizes.batch, sizes.shared, sizes.otherTime, sizes.valueSize], layout, random),
    ]
    let upstream = Tensor.normal([sizes.batch, sizes.heads, sizes.time, sizes.valueSize], random: random)
    let (given, isCausal) = FusedAttentionTests.mask(mask, sizes, random)
    let fast = run(inputs.map(\.numbers), upstream) { leaves in
      let seen = zip(leaves, inputs).map { $1.view($0) }
      return attention(query: seen[0], key: seen[1], value: seen[2], mask: given, isCausal: isCausal)
    }
    let slow = run(inputs.map(\.numbers), upstream) { leaves in
      let seen = zip(leaves, inputs).map { $1.view($0) }
      return attentionByHand(query: seen[0], key: seen[1], value: seen[2], mask: given, isCausal: isCausal)
    }
    expectClose(fast, slow)
  }

  /// The result, and the gradients of the inputs.
  private func run(_ inputs: [Tensor], _ upstream: Tensor, _ function: ([Tensor]) -> Tensor) -> [Tensor] {
    let leaves = inputs.map { $0.asParameter() }
    let result = function(leaves)
    result.backward(upstream)
    return [stopGradient(result)] + leaves.map { $0.gradient ?? Tensor.zeros($0.shape) }
  }

  /// Sums of up to 130 products of numbers of size 1, in float: some 1e-6 apart.
  private func expectClose(_ fast: [Tensor], _ slow: [Tensor]) {
    for (name, pair) in zip(["result", "query", "key", "value"], zip(fast, slow)) {
      #expect(pair.0.isClose(to: pair.1, tolerance: 2e-5), "\(name)")
    }
  }

  /// Numbers that lie somehow, and how to see them as a tensor of the shape.
  private func numbers(
    _ shape: [Int], _ layout: Layout, _ random: RandomSource
  ) -> (numbers: Tensor, view: (Tensor) -> Tensor) {
    func normal(_ shape: [Int]) -> Tensor { .normal(shape, random: random) }
    let (batch, heads, time, size) = (shape[0], shape[1], shape[2], shape[3])
    return switch layout {
    case .rowMajor: (normal(shape), { $0 })
    case .headsInside: (normal([batch, time, heads, size]), { $0.transposed(1, 2) })
    case .partOfLarger:
      (normal([batch, heads, time + 2, size + 3]), { $0[.all, .all, 1..<(time + 1), 2..<(size + 2)] })
    case .backwards: (normal(shape), { $0.flipped([2]) })
    case .everySecond: (normal([batch, heads, time, 2 * size]), { $0.sliced(0..., by: 2, axis: 3) })
    case .repeatedInTime: (normal([batch, heads, 1, size]), { $0.broadcast(to: shape) })
    }
  }

  private static func mask(_ mask: Mask, _ sizes: Sizes, _ random: RandomSource) -> (Tensor?, isCausal: Bool) {
    let lengths = (0..<sizes.batch).map { max(sizes.otherTime - 2 * $0, 0) }
    let padding = paddingMask(lengths: lengths, time: sizes.otherTime)
    let scores = [sizes.batch, sizes.heads, sizes.time, sizes.otherTime]
    return switch mask {
    case .none: (nil, false)
    case .causal: (nil, true)
    case .padding: (padding, false)
    case .causalAndPadding: (padding, true)
    case .random: (Tensor.bernoulli(Array(scores.suffix(2)), probability: 0.5, random: random), false)
    case .eachHead: (Tensor.bernoulli(scores, probability: 0.5, random: random), true)
    case .added: (Tensor.normal(Array(scores.suffix(3)), random: random), true)
    case .nothing: (Tensor.zeros([], dtype: .bool), false)
    }
  }
}
