import Foundation
import Tensors

@testable import NeuralNetworks

/// The small GPT of `Fixtures/PyTorch/training.json`, made of the library's layers, with first weights and text by the
/// formulas that the file states.
final class FormulaGPT: Module {
  let tokens = Embedding(65, 128)
  let positions = LearnedPositions(64, 128)
  let blocks = (0..<4).map { _ in TransformerBlock(.gpt2(features: 128, heads: 4)) }
  let norm = LayerNorm(128)

  /// The scores of the next token at each place. `[batch, time]` to `[batch, time, vocabulary]`
  func callAsFunction(_ indices: Tensor) -> Tensor {
    let x = blocks.reduce(positions(tokens(indices))) { $1($0) }  // [batch, time, width]
    return linear(norm(x), weight: tokens.weight.value)
  }

  /// Our names in the order in which PyTorch lists the parameters.
  static let names =
    ["tokens.weight", "positions.weight"]
    + (0..<4).flatMap { block in
      [
        "attentionNorm", "feedForwardNorm", "attention.projection", "attention.output", "feedForward.up",
        "feedForward.down",
      ]
      .flatMap { ["blocks.\(block).\($0).weight", "blocks.\(block).\($0).bias"] }
    } + ["norm.weight", "norm.bias"]

  /// Gives all parameters their first numbers.
  func fill() throws {
    let shapes = Dictionary(uniqueKeysWithValues: namedParameters.map { ($0.name, $0.parameter.shape) })
    var state: [String: Tensor] = [:]
    for (number, name) in FormulaGPT.names.enumerated() {
      guard let shape = shapes[name] else { continue }
      state[name] = FormulaGPT.initial(number, name, shape)
    }
    try load(state)
  }

  private static func initial(_ number: Int, _ name: String, _ shape: [Int]) -> Tensor {
    if name.hasSuffix("bias") { return Tensor.zeros(shape) }
    if shape.count == 1 { return Tensor.ones(shape) }
    let bound = name.contains("attention.output") || name.contains("down") ? 0.0125 : 0.035
    let start = hash(UInt32(number) &* 0x9E37_79B1 &+ 1)
    let numbers = (0..<UInt32(shape[0] * shape[1])).map { index in
      ((Double(hash(index &+ start)) + 0.5) / 4_294_967_296 * 2 - 1) * bound
    }
    return Tensor(numbers, shape: shape)
  }

  /// A 32-bit integer, well stirred: 'lowbias32' of Wellons, Prospecting for Hash Functions, 2018.
  static func hash(_ number: UInt32) -> UInt32 {
    var x = number
    x = (x ^ (x >> 16)) &* 0x7FEB_352D
    x = (x ^ (x >> 15)) &* 0x846C_A68B
    return x ^ (x >> 16)
  }

  /// 20,000 tokens: words of a small language, each followed by a 0.
  static let stream: [Int] = {
    func hashed(_ number: Int) -> Int { Int(hash(UInt32(number))) }
    let words = (0..<40).map { word in
      (0..<2 + hashed(word + 1000) % 6).map { 1 + hashed(word * 16 + $0 + 5000) % 64 } + [0]
    }
    var tokens: [Int] = []
    var number = 0
    while tokens.count < 20_000 {
      tokens += words[min(hashed(2 * number + 100_000) % 40, hashed(2 * number + 100_001) % 40)]
      number += 1
    }
    return Array(tokens.prefix(20_000))
  }()

  /// The tokens of a step, `[12, 64]`, and for each the one after it.
  static func batch(_ step: Int) -> (tokens: Tensor, targets: Tensor) {
    let starts = (0..<12).map { Int(hash(UInt32(step * 12 + $0 + 700_000))) % (20_000 - 65) }
    func rows(_ shift: Int) -> Tensor {
      Tensor(starts.flatMap { stream[$0 + shift..<$0 + shift + 64] }, shape: [12, 64], dtype: .int)
    }
    return (rows(0), rows(1))
  }
}
