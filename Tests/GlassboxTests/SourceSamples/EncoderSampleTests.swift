import Glassbox
import Testing

/// An encoder of dense layers over four hand-made word vectors, as an introduction for beginners builds it in Keras, and what
/// its pieces should have been.
@Suite("Sample: embeddings, an encoder and a decoder of dense layers") struct EncoderSampleTests {
  private let table = Tensor([[0, 0, 0], [0.1, 0.2, 0.3], [0.4, 0.5, 0.6], [0.7, 0.8, 0.9]])

  /// Layers of 128, 64, 32 and 16 features, each with relu but the last one.
  private func tower(_ last: any Layer...) -> Sequential {
    Sequential(
      [Linear(3, 128), ReLU(), Linear(128, 64), ReLU(), Linear(64, 32), ReLU(), Linear(32, 16)] + last)
  }

  // The sample's list of tokens, "<s>", "Hello", "world", "!</s>", loses the comma and glues the sign to the mark of the end.
  @Test("A dictionary of word vectors is a tokenizer and a table: ids first, rows second")
  func dictionary() {
    let words = WordTokenizer(text: "Hello, world!")
    #expect(words.words == ["<unk>", "!", ",", "Hello", "world"])
    let ids = words.ids(of: "Hello, world!")
    #expect(words.text(of: ids) == "Hello , world !")
    let rows = Embedding(words.vocabularySize, 3)
    rows.weight.value = concatenated([table, Tensor([[1, 1.1, 1.2]])])
    let x = rows(Tensor(indices: ids))
    #expect(x.shape == [4, 3] && x[0] == Tensor([0.7, 0.8, 0.9]))
    // The law that the sample's list breaks: what is encoded comes back.
    let bytes = CharacterTokenizer(text: "Hello, world!")
    #expect(bytes.text(of: bytes.ids(of: "Hello, world!")) == "Hello, world!")
  }

  @Test("The encoder of four dense layers has 11,376 numbers to learn")
  func encoder() {
    let encoder = tower(ReLU())
    #expect(encoder.parameterCount == 11_376)
    #expect(encoder(table).shape == [4, 16])
  }

  // The sample compares 16 numbers with 3: Keras stops too, but of a list of lists it first makes several inputs.
  @Test("A loss between 16 and 3 numbers is refused, and both shapes are named")
  func widths() async {
    let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      _ = meanSquaredError(Tensor.zeros([4, 16]), Tensor.zeros([4, 3]))
    }
    let words = String(decoding: result?.standardErrorContent ?? [], as: UTF8.self)
    #expect(words.contains("[4, 16]") && words.contains("[4, 3]"))
  }

  @Test("Compiled and fitted for ten epochs on its own input, an output as wide as the input learns")
  func autoencoder() {
    withRandomness(seed: 42) {
      let model = tower(ReLU(), Linear(16, 3))
      let compiled = model.compile(optimizer: Adam(model, learningRate: 0.01), loss: .meanSquaredError)
      let before = compiled.evaluate(table, table).loss
      compiled.fit(table, table, epochs: 10, showsProgress: false)
      #expect(compiled.history.epochs.count == 10)
      #expect(compiled.evaluate(table, table).loss < 0.8 * before)
    }
  }

  // The sample's whole program: seed, fit, predict, evaluate, print. It defines a weight matrix that nothing uses, and a
  // softmax at the end, which cannot reach rows that do not sum to 1.
  @Test("The whole program with a seed gives the same numbers twice; a softmax at its end cannot get there")
  func program() {
    func run(_ model: Sequential) -> (predictions: Tensor, loss: Double) {
      let compiled = model.compile(optimizer: Adam(model, learningRate: 0.01), loss: .meanSquaredError)
      compiled.fit(table, table, epochs: 60, showsProgress: false)
      return (compiled.predict(table), compiled.evaluate(table, table).loss)
    }
    let first = withRandomness(seed: 42) { run(tower(ReLU(), Linear(16, 3))) }
    let second = withRandomness(seed: 42) { run(tower(ReLU(), Linear(16, 3))) }
    #expect(first.predictions == second.predictions && first.loss == second.loss)
    final class Softmax: Layer { func forward(_ x: Tensor) -> Tensor { softmax(x) } }
    let shares = withRandomness(seed: 42) { run(tower(ReLU(), Linear(16, 3), Softmax())) }
    // The rows sum to 0, 0.6, 1.5 and 2.4; the nearest shares are (1/3, 1/3, 1/3) and such, however long one trains.
    #expect(shares.loss > 0.08 && first.loss < shares.loss / 2)
  }

  // The sample's "decoder" is the encoder once more, with a softmax; it never reads what the encoder gives.
  @Test("A decoder reads what the encoder gives, and its loss takes scores, not shares")
  func decoder() {
    withRandomness(seed: 1) {
      let model = EncoderDecoder(
        EncoderDecoderConfiguration(
          sourceVocabularySize: 12, targetVocabularySize: 12, features: 16, layers: 1, heads: 2)
      )
      let memory = model.encode(Tensor([[5, 9, 7]], dtype: .int))
      let target = Tensor([[1, 4, 6]], dtype: .int)
      let logits = model.decode(target, memory: memory)
      #expect(logits.shape == [1, 3, 12])
      let other = model.decode(target, memory: model.encode(Tensor([[2, 9, 7]], dtype: .int)))
      #expect(!logits.isClose(to: other, tolerance: 1e-4))
      let right = crossEntropy(logits, Tensor([[4, 6, 2]], dtype: .int)).item
      let twice = crossEntropy(softmax(logits), Tensor([[4, 6, 2]], dtype: .int)).item
      // Shares instead of scores are squeezed between 0 and 1: the loss can never be small.
      #expect(right != twice && crossEntropy(Tensor([[1, 0, 0]]), Tensor(indices: [0])).item > 0.55)
    }
  }
}
