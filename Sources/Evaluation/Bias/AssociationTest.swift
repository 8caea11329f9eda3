import Displays
import Foundation
import Randomness
import Tensors

/// Whether one group of words lies closer to one set of attributes than another group does: the word embedding association
/// test (WEAT).
///
///     let test = AssociationTest(
///       first: Tensor([[1, 0], [0.9, 0.1]]), second: Tensor([[0, 1], [0.2, 1]]),
///       attributes: Tensor([[1, 0.1]]), others: Tensor([[0.1, 1]]))
///     test.effectSize          // 1.7244: nearly 2, which is the most
///     test.pValue              // 0.1667: one of the 6 ways to share out four words
///
/// The association of a word is its mean cosine with the attributes minus that with the others. The effect size is the
/// difference between both groups' mean associations, divided by the standard deviation of all; the p-value is the
/// share of all ways to divide the words into two such groups that differ as much or more. Vectors may be of words, or of
/// sentences. Source: Caliskan, Bryson and Narayanan, Semantics derived automatically from language corpora contain
/// human-like biases, 2017.
public struct AssociationTest: Sendable, Equatable {
  /// From -2 to 2; 0 if both groups are alike.
  public let effectSize: Double
  /// How often chance gives such a difference or a larger one.
  public let pValue: Double
  /// Whether all divisions were tried, and not some drawn by chance.
  public let isExact: Bool
  /// The association of each word of the first group, then of the second.
  public let associations: [Double]

  /// - Parameters:
  ///   - first: The vectors of one group of words, `[count, size]`; flowers, say.
  ///   - second: Those of the other, as many; insects, say.
  ///   - attributes: The vectors of words of one kind; pleasant ones, say.
  ///   - others: Those of the other kind.
  ///   - samples: How many divisions are tried if there are more.
  ///   - seed: Fixes which.
  public init(
    first: Tensor, second: Tensor, attributes: Tensor, others: Tensor, samples: Int = 10_000, seed: UInt64 = 0
  ) {
    for (name, vectors) in [
      ("first", first), ("second", second), ("attributes", attributes), ("others", others),
    ] where vectors.rank != 2 || vectors.count == 0 || vectors.shape[1] != first.shape.last {
      stop(
        .outside(
          measure: "AssociationTest", setting: name, value: "\(vectors.shape)",
          wanted: "[count, size] with at least one row, of one size for all"))
    }
    checkPairs(
      "AssociationTest", ("words in the first group", first.shape[0]), ("in the second", second.shape[0]))
    let words = AssociationTest.directions(concatenated([first, second]))
    func mean(_ vectors: Tensor) -> Tensor {
      words.matmul(AssociationTest.directions(vectors).transposed()).mean(axis: 1)  // [words]
    }
    let associations = (mean(attributes) - mean(others)).doubles
    let count = first.shape[0]
    self.associations = associations
    let whole = associations.reduce(0, +)
    let own = associations.prefix(count).reduce(0, +)
    let center = whole / Double(2 * count)
    // The standard deviation of a sample, as the authors' program has it.
    let squares = associations.reduce(0) { $0 + ($1 - center) * ($1 - center) }
    let deviation = (squares / Double(max(2 * count - 1, 1))).squareRoot()
    effectSize = deviation > 0 ? (own - (whole - own)) / Double(count) / deviation : 0
    let divisions = Divisions(of: 2 * count, into: count, samples: max(samples, 1), seed: seed)
    isExact = divisions.isExact
    let asLarge = divisions.groups.count { group in
      group.reduce(0) { $0 + associations[$1] } >= own - 1e-9 * max(abs(own), 1)
    }
    pValue =
      isExact
      ? Double(asLarge) / Double(divisions.groups.count)
      // The division that was measured is one of them.
      : Double(asLarge + 1) / Double(divisions.groups.count + 1)
  }

  private static func directions(_ vectors: Tensor) -> Tensor {
    let vectors = stopGradient(vectors).converted(to: .double)
    let lengths = sqrt((vectors * vectors).sum(axis: 1, keepDims: true))
    return vectors / select(lengths .> 0, lengths, 1)
  }
}

/// The ways to choose half of some words: all of them, or if they are too many, some drawn by chance.
private struct Divisions {
  let groups: [[Int]]
  let isExact: Bool

  init(of count: Int, into chosen: Int, samples: Int, seed: UInt64) {
    // The number of ways, as far as it is not above what is wanted.
    var ways = 1.0
    for place in 0..<chosen { ways *= Double(count - place) / Double(place + 1) }
    isExact = ways <= Double(samples)
    if isExact {
      groups = Divisions.all(Array(0..<count)[...], chosen)
    } else {
      var generator = RandomGenerator(seed: seed)
      groups = (0..<samples).map { _ in generator.choose(chosen, of: count) }
    }
  }

  private static func all(_ words: ArraySlice<Int>, _ chosen: Int) -> [[Int]] {
    guard chosen > 0 else { return [[]] }
    guard words.count >= chosen, let first = words.first else { return [] }
    let rest = words.dropFirst()
    return all(rest, chosen - 1).map { [first] + $0 } + all(rest, chosen)
  }
}

extension AssociationTest: CustomStringConvertible, Displayable {
  public var description: String {
    "effect size \(effectSize.fixed(3)), p = \(pValue.fixed(4))\(isExact ? "" : " (sampled)")"
  }

  public var display: Display { .text(description) }
}
