import Foundation
import NeuralNetworks
import Randomness
import Tensors
import Testing

/// Positions that turn more slowly. Expected values follow from the definitions.
@Suite("Rotary positions, slowed down") struct RotaryScalingTests {
  @Test("Slowed down by 4, the fourth position is turned as the first one was")
  func linear() {
    let x = Tensor.normal([1, 8], dtype: .double, random: RandomSource(seed: 3))
    let slow = RotaryPositions(8, base: 100, scaling: .linear(factor: 4))
    for position in 0..<5 {
      let fast = RotaryPositions(8, base: 100)(x, from: position)
      #expect(slow(x, from: 4 * position).isClose(to: fast, tolerance: 1e-12))
    }
  }

  @Test("Fast pairs keep their pace, slow ones lose it, and between them it goes down evenly")
  func byTurns() {
    let scaling = RotaryScaling.byTurns(factor: 8, fewestTurns: 1, mostTurns: 4, contextLength: 100)
    // How often a pair turns within 100 positions: 10, 4, 2.5, 1, 0.2 times.
    let turns = Tensor([10, 4, 2.5, 1, 0.2], dtype: .double)
    let scaled = scaling.scaled(turns * (2 * Double.pi / 100)) / (2 * Double.pi / 100)
    // In the middle between 1 and 4 turns the pace is the mean of the whole and an eighth of it: 2.5 · (1 + 1/8) / 2.
    #expect(scaled.isClose(to: Tensor([10, 4, 1.40625, 0.125, 0.025], dtype: .double), tolerance: 1e-12))
  }

  @Test("Up to the length of the training nothing is slowed down; beyond it the slowest pair loses the most")
  func dynamic() {
    let scaling = RotaryScaling.dynamic(factor: 2, contextLength: 10)
    let frequencies = Tensor([1, 0.1, 0.01], dtype: .double)
    #expect(scaling.scaled(frequencies, length: 10) == frequencies)
    // Twice as long: s = 2 · 2 - 1 = 3, and of the three pairs the second turns by the square root of it more slowly.
    let scaled = scaling.scaled(frequencies, length: 20)
    #expect(scaled.isClose(to: Tensor([1, 0.1 / 3.0.squareRoot(), 0.01 / 3], dtype: .double), tolerance: 1e-12))
    let turning = RotaryPositions(6, base: 1000, scaling: scaling)
    let x = Tensor.normal([20, 6], dtype: .double, random: RandomSource(seed: 3))
    #expect(turning(x[..<10]).isClose(to: RotaryPositions(6, base: 1000)(x[..<10]), tolerance: 1e-12))
    #expect(!turning(x)[..<10].isClose(to: turning(x[..<10]), tolerance: 1e-3))
  }

  @Test("YaRN keeps fast pairs, slows slow ones down, and makes what it turns longer")
  func yarn() {
    var yarn = YaRN(factor: 4, contextLength: 2048)
    #expect(Swift.abs(yarn.attentionFactor - 1.1386) < 1e-4)
    #expect(YaRN(factor: 1, contextLength: 8).attentionFactor == 1)
    (yarn.mostTurns, yarn.fewestTurns) = (32, 1)
    // The base 10,000 over 32 pairs: pair i turns 2048 · 10,000^(-i/32) / 2π times, 32 times at 8.05 and once at 20.1.
    let frequencies = pow(Tensor.full([], 10_000, dtype: .double), Tensor.arange(32, dtype: .double) * (-1.0 / 32))
    let pace = (RotaryScaling.yarn(yarn).scaled(frequencies) / frequencies).doubles
    #expect(pace[...8].allSatisfy { Swift.abs($0 - 1) < 1e-12 })
    #expect(pace[21...].allSatisfy { Swift.abs($0 - 0.25) < 1e-12 })
    #expect(zip(pace[8...21], pace[9...21]).allSatisfy { $0 > $1 })
    let x = Tensor.normal([5, 64], dtype: .double, random: RandomSource(seed: 3))
    let turned = RotaryPositions(64, scaling: .yarn(yarn))(x)
    #expect(turned.norm(axis: -1).isClose(to: x.norm(axis: -1) * yarn.attentionFactor, tolerance: 1e-9))
  }
}
