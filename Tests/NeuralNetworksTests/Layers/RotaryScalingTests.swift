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
}
