import Foundation
import Randomness
import Tensors
import Testing

@testable import NeuralNetworks

@Suite("Training loops") struct TrainingLoopTests {
  private let x = Tensor.normal([8, 3], random: RandomSource(seed: 5))
  private let y = Tensor([0, 1, 2, 0, 1, 2, 0, 1], shape: [8], dtype: .int)

  private func model() -> MLP { MLP([3, 8, 3], activation: .tanh, random: RandomSource(seed: 2)) }

  @Test("Gradients of small batches add up to that of a large one")
  func accumulation() {
    let (whole, parts) = (model(), model())
    let optimizers = (AdamW(whole, learningRate: 0.1), AdamW(parts, learningRate: 0.1))
    for _ in 0..<5 {
      optimizers.0.zeroGradients()
      crossEntropy(whole(x), y).backward()
      optimizers.0.step()
      optimizers.1.zeroGradients()
      for batch in [0..<4, 4..<8] { (crossEntropy(parts(x[batch]), y[batch]) / 2).backward() }
      optimizers.1.step()
    }
    for (name, numbers) in whole.state {
      #expect(parts.state[name]?.isClose(to: numbers, tolerance: 1e-5) == true, "\(name)")
    }
  }

  @Test("Checkpointed parts learn the same")
  func checkpointing() {
    let (plain, saving) = (model(), model())
    let optimizers = (AdamW(plain, learningRate: 0.1), AdamW(saving, learningRate: 0.1))
    let (weight, bias) = (saving.parameters[0], saving.parameters[1])
    for _ in 0..<5 {
      optimizers.0.zeroGradients()
      crossEntropy(plain(x), y).backward()
      optimizers.0.step()
      optimizers.1.zeroGradients()
      let hidden = checkpointed(x) { tanh(linear($0, weight: weight.value, bias: bias.value)) }
      crossEntropy(saving.layers[2](hidden), y).backward()
      optimizers.1.step()
    }
    #expect(plain.state == saving.state)
  }

  // In a process of its own, as other tests take memory too. If a tensor of 64 bytes stayed behind in each step, that would
  // be 640 kB.
  @Test("Ten thousand steps of a small model do not take more and more memory")
  func memory() async {
    await #expect(processExitsWith: .success) {
      let model = MLP([3, 8, 3], activation: .tanh, random: RandomSource(seed: 2))
      let (x, y) = (Tensor.ones([8, 3]), Tensor.zeros([8], dtype: .int))
      let optimizer = AdamW(model, learningRate: 0.001)
      func train(_ steps: Int) {
        for _ in 0..<steps {
          optimizer.zeroGradients()
          crossEntropy(model(x), y).backward()
          optimizer.step(clippingNormTo: 1)
        }
      }
      train(1_000)
      let before = try residentBytes()
      train(10_000)
      guard try residentBytes() - before < 400_000 else { exit(1) }
    }
  }
}

/// The memory in use that is no part of any file, by what the system says.
private func residentBytes() throws -> Int {
  let text = try String(contentsOfFile: "/proc/self/status", encoding: .utf8)
  let line = try #require(text.split(separator: "\n").first { $0.hasPrefix("RssAnon:") })
  let kilobytes = try #require(line.split(whereSeparator: \.isWhitespace).dropFirst().first.flatMap { Int($0) })
  return kilobytes * 1_024
}
