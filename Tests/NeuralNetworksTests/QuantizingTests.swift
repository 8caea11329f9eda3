import NeuralNetworks
import Randomness
import Tensors
import Testing

@Suite("Weights of 8 bits") struct QuantizingTests {
  @Test(
    "A layer gives what its rounded weights give, for one row, few and many", arguments: [1, 3, 4, 5, 200],
    [true, false])
  func linearOfRounded(rows: Int, hasBias: Bool) {
    withRandomness(seed: 1) {
      let (weight, bias) = (Tensor.normal([700, 96]), Tensor.normal([700]))
      let x = Tensor.normal([rows, 96])
      let rounded = QuantizedMatrix(weight)
      let found = linear(x, weight: rounded, bias: hasBias ? bias : nil)
      let expected = linear(x, weight: rounded.dequantized, bias: hasBias ? bias : nil)
      #expect(found.shape == [rows, 700])
      // Sums of 96 products of about 1 in another order.
      #expect(abs(found - expected).max().item < 1e-4)
    }
  }

  @Test("A quantized model answers nearly as before, in a quarter of the memory, and its rounded weights are frozen")
  func model() {
    withRandomness(seed: 2) {
      let model = MLP([64, 256, 8])
      let x = Tensor.normal([5, 64])
      let before = model(x)
      model.quantizeWeights()
      #expect(abs(model(x) - before).max().item < 0.02 * abs(before).max().item)
      #expect(model.parameters.filter(\.isQuantized).count == 2)
      #expect(model.parameters.filter(\.isTrainable).allSatisfy { $0.shape.count == 1 })
      #expect(model.parameterCount == 64 * 256 + 256 + 256 * 8 + 8)
    }
  }

  @Test("An embedding reads rounded rows, and refuses what it refused before")
  func embedding() async {
    withRandomness(seed: 3) {
      let table = Embedding(20, 8)
      let rounded = QuantizedMatrix(table.weight.value).dequantized
      table.weight.value = rounded
      table.quantizeWeights()
      let indices = Tensor([[3, 19], [0, 3]], dtype: .int)
      #expect(abs(table(indices) - rounded.selecting(indices)).max().item < 1e-6)
    }
    await #expect(processExitsWith: .failure) {
      let table = Embedding(20, 8)
      table.quantizeWeights()
      _ = table(Tensor([20], dtype: .int))
    }
  }

  @Test("Rounded weights learn again when they are made trainable or set")
  func unpacking() {
    withRandomness(seed: 4) {
      let layer = Linear(6, 3)
      layer.quantizeWeights()
      let rounded = layer.weight.value
      layer.weight.isTrainable = true
      #expect(!layer.weight.isQuantized)
      #expect(layer.weight.value == rounded)
      layer(Tensor.normal([2, 6])).sum().backward()
      #expect(layer.weight.gradient?.shape == [3, 6])
      layer.quantizeWeights()
      layer.weight.value = .zeros([3, 6])
      #expect(!layer.weight.isQuantized && layer.weight.value == .zeros([3, 6]))
      layer.quantizeWeights()
      layer.weight.value = layer.weight.value + 1
      #expect(layer.weight.value == .ones([3, 6]))
    }
  }

  @Test("Quantizing twice changes nothing, and saving keeps the rounded numbers")
  func twice() throws {
    try withRandomness(seed: 5) {
      let layer = Linear(40, 30)
      layer.quantizeWeights()
      let (once, state) = (layer.weight.value, layer.state)
      layer.quantizeWeights()
      #expect(layer.weight.value == once)
      let other = Linear(40, 30)
      try other.load(state)
      #expect(other.weight.value == once)
    }
  }
}
