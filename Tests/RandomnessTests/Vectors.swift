import Foundation
import Testing

/// Numbers that the specification gives; see `Fixtures/make_vectors.py`.
struct Vectors: Decodable {
  let lists: [Lists]
  let splits: [Splits]
  let long: Long

  /// What generators with the same seed, standing at the same word, give.
  struct Lists: Decodable, CustomTestStringConvertible {
    let seed: UInt64
    let start: UInt64
    let words: [UInt32]
    let uniforms, wideUniforms, narrowUniforms, doubleUniforms, wideDoubleUniforms: [String]
    let normals, wideNormals, doubleNormals: [String]
    let truncated, truncatedAbove, doubleTruncated, doubleTruncatedBelow: [String]
    let truths: [Bool]
    let dice, largeIntegers, permutation, chosen, allChosen, indices: [Int]

    var testDescription: String { "seed \(seed) from word \(start)" }
  }

  /// The keys of what is split off.
  struct Splits: Decodable, CustomTestStringConvertible {
    let seed: UInt64
    let numbers: [String: UInt64]
    let texts: [String: UInt64]
    let nested: UInt64
    let unlabelled: [UInt64]

    var testDescription: String { "seed \(seed)" }
  }

  /// Digests of lists that are longer than what is made at once.
  struct Long: Decodable {
    let count: Int
    let seed, start, words, uniforms, normals, doubleNormals, truncated, integers, permutation: UInt64
  }

  static let all: Vectors = decoded("vectors.json")
}

/// The normal distribution, computed with many digits; see `Fixtures/make_references.py`.
struct References: Decodable {
  /// A probability and its quantile.
  let quantiles: [[String]]
  /// A number and the probability of a smaller one.
  let probabilities: [[String]]

  static let all: References = decoded("references.json")
}

/// Reads a file that lies beside the tests. Without it no test makes sense.
private func decoded<Fixture: Decodable>(_ name: String) -> Fixture {
  let file = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Fixtures/\(name)")
  do {
    return try JSONDecoder().decode(Fixture.self, from: Data(contentsOf: file))
  } catch {
    fatalError("\(name): \(error)")
  }
}
