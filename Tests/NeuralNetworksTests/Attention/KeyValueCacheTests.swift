import Randomness
import Tensors
import Testing

@testable import NeuralNetworks

@Suite("Caches of keys and values") struct KeyValueCacheTests {
  static let families: [TransformerConfiguration] = [
    .gpt2(features: 8, heads: 2), .llama(features: 8, heads: 4, keyValueHeads: 2),
  ]

  @Test(
    "Token by token gives what the whole text gives", arguments: families, [[7], [1, 1, 1, 1, 1, 1, 1], [3, 1, 2, 1]])
  func tokenByToken(configuration: TransformerConfiguration, pieces: [Int]) {
    withRandomness(seed: 1) {
      let blocks = (0..<2).map { _ in TransformerBlock(configuration) }
      let x = Tensor.normal([2, 7, 8])
      let caches = blocks.map { _ in BlockCache() }
      var (parts, first): ([Tensor], Int) = ([], 0)
      withoutGradients {
        for piece in pieces {
          let part = x.sliced(first..<first + piece, axis: 1)
          parts.append(zip(blocks, caches).reduce(part) { $1.0($0, cache: $1.1) })
          first += piece
        }
      }
      #expect(caches.map(\.count) == [7, 7])
      let whole = blocks.reduce(x) { $1($0) }
      #expect(concatenated(parts, axis: 1).isClose(to: whole, tolerance: 1e-5))
    }
  }

  @Test("In double precision, and for a text without a batch", arguments: [2, 6])
  func double(size: Int) {
    withRandomness(seed: 2) {
      let attention = MultiHeadAttention(4, heads: 2, headSize: size, isCausal: true, rotary: RotaryPositions(size))
      attention.convert(to: .double)
      let x = Tensor.normal([5, 4], dtype: .double)
      let cache = KeyValueCache()
      let parts = withoutGradients { [attention(x[..<2], cache: cache), attention(x[2...], cache: cache)] }
      #expect(concatenated(parts).isClose(to: attention(x), tolerance: 1e-13))
    }
  }

  @Test("Learned and sinusoidal positions go on where the cache ends")
  func positions() {
    let x = Tensor.normal([1, 5, 4], random: RandomSource(seed: 3))
    let (learned, waves) = (LearnedPositions(5, 4), SinusoidalPositions(4))
    #expect(learned(x[.all, 2...], from: 2) == learned(x)[.all, 2...])
    #expect(waves(x[.all, 2...], from: 2) == waves(x)[.all, 2...])
  }

  @Test("A memory is read once")
  func memory() {
    withRandomness(seed: 4) {
      let block = TransformerBlock(.originalDecoder(features: 4, heads: 2))
      let (x, memory, cache) = (Tensor.normal([1, 4, 4]), Tensor.normal([1, 3, 4]), BlockCache())
      let whole = block(x, memory: memory)
      withoutGradients {
        let first = block(x[.all, ..<2], memory: memory, cache: cache)
        // What comes as a memory later does not matter any more.
        let rest = block(x[.all, 2...], memory: Tensor.zeros([1, 3, 4]), cache: cache)
        #expect(concatenated([first, rest], axis: 1).isClose(to: whole, tolerance: 1e-5))
      }
      #expect(cache.memory.count == 3)
    }
  }

  @Test("The memory grows by doubling, and numbers are written in place")
  func growth() throws {
    let cache = KeyValueCache()
    var moves = 0
    var place: UnsafePointer<Float>?
    for number in 0..<100 {
      _ = cache.append(keys: .full([1, 2, 1, 3], Double(number)), values: .full([1, 2, 1, 3], Double(-number)))
      let now = try #require(cache.contents).keys.readingInPlace(Float.self) { $0 }
      if now != place { moves += 1 }
      place = now
    }
    // 16, 32, 64, 128
    #expect(moves == 4)
    let contents = try #require(cache.contents)
    #expect(contents.keys[0, 1] == Tensor.arange(100).unsqueezed(1).broadcast(to: [100, 3]))
    #expect(contents.values[0, 0] == -Tensor.arange(100).unsqueezed(1).broadcast(to: [100, 3]))
  }

  @Test("Copies go their own ways, texts can be cut and chosen")
  func copies() throws {
    let cache = KeyValueCache()
    let numbers = Tensor.arange(12).reshaped(to: [2, 1, 3, 2])
    _ = cache.append(keys: numbers, values: numbers * 10)
    let other = cache.copy()
    other.truncate(to: 1)
    _ = other.append(keys: .full([2, 1, 1, 2], 7), values: .full([2, 1, 1, 2], 8))
    #expect(try #require(cache.contents).keys == numbers)
    #expect(try #require(other.contents).keys == Tensor([[[[0, 1], [7, 7]]], [[[6, 7], [7, 7]]]]))
    cache.select([1, 1, 0])
    #expect(try #require(cache.contents).values == (numbers * 10).selecting(Tensor(indices: [1, 1, 0])))
    cache.truncate(to: 0)
    #expect(cache.contents == nil)
    #expect(cache.append(keys: .zeros([5, 2, 1, 2]), values: .zeros([5, 2, 1, 2])).keys.shape == [5, 2, 1, 2])
  }

  @Test("What was handed out stays as it was when the cache grows")
  func handedOut() {
    let cache = KeyValueCache()
    let first = cache.append(keys: .ones([1, 1, 1, 2]), values: .ones([1, 1, 1, 2]))
    cache.truncate(to: 0)
    _ = cache.append(keys: .zeros([1, 1, 1, 2]), values: .zeros([1, 1, 1, 2]))
    #expect(first.keys == Tensor.ones([1, 1, 1, 2]))
  }
}
