import Foundation
import Tensors

/// Words as points of a space, in which words of like use lie close together.
///
///     let vectors = WordVectors(words: ["king", "queen", "man", "woman"],
///       vectors: Tensor([[5, 1], [5, 2], [1, 1], [1, 2]]))
///     vectors.nearest(to: "queen", count: 1)[0].word                     // "king"
///     vectors.analogy("man", "king", "woman")[0].word                    // "queen"
///
/// ``CooccurrenceMatrix``, ``Word2Vec`` and ``GloVe`` make them of texts.
public struct WordVectors: Sendable {
  public let words: [String]
  /// A row for each word. `[words, size]`
  public let vectors: Tensor
  private let places: [String: Int]
  /// The rows with length 1.
  private let directions: [[Float]]

  /// A word, and how close it is: the cosine of an angle, 1 for the same direction.
  public struct Neighbor: Sendable, Equatable {
    public let word: String
    public let similarity: Double
  }

  public init(words: [String], vectors: Tensor) {
    guard vectors.rank == 2, vectors.shape[0] == words.count else {
      stop(.vectors(shape: vectors.shape, words: words.count))
    }
    self.words = words
    self.vectors = stopGradient(vectors).converted(to: .float)
    places = Dictionary(words.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    let (numbers, size) = (self.vectors.floats, vectors.shape[1])
    directions = words.indices.map { WordVectors.direction(Array(numbers[$0 * size..<($0 + 1) * size])) }
  }

  /// How many numbers stand for a word.
  public var size: Int { vectors.shape[1] }

  /// The vector of a word; `nil` if it is not known.
  public subscript(word: String) -> Tensor? { places[word].map { vectors[$0] } }

  /// The cosine of the angle between two words.
  public func similarity(_ first: String, _ second: String) -> Double {
    Double(WordVectors.product(direction(of: first), direction(of: second)))
  }

  /// The words that are closest to a word, the closest first, without itself. Cost: one product for each word.
  public func nearest(to word: String, count: Int = 10) -> [Neighbor] {
    nearest(to: direction(of: word), count: count, without: [word])
  }

  /// The words that are closest to a vector, `[size]`.
  public func nearest(to vector: Tensor, count: Int = 10) -> [Neighbor] {
    nearest(to: WordVectors.direction(vector.converted(to: .float).floats), count: count, without: [])
  }

  /// What is to the third word as the second is to the first: the words closest to second - first + third, all of length
  /// 1, without these three.
  ///
  /// Source: Mikolov and others, Linguistic Regularities in Continuous Space Word Representations, 2013; named 3CosAdd by
  /// Levy and Goldberg, 2014.
  public func analogy(_ first: String, _ second: String, _ third: String, count: Int = 5) -> [Neighbor] {
    let (a, b, c) = (direction(of: first), direction(of: second), direction(of: third))
    let target = a.indices.map { b[$0] - a[$0] + c[$0] }
    return nearest(to: WordVectors.direction(target), count: count, without: [first, second, third])
  }

  private func nearest(to direction: [Float], count: Int, without: Set<String>) -> [Neighbor] {
    let all = words.indices.filter { !without.contains(words[$0]) }.map { place in
      Neighbor(word: words[place], similarity: Double(WordVectors.product(directions[place], direction)))
    }
    return Array(all.sorted { $0.similarity > $1.similarity }.prefix(max(count, 0)))
  }

  private func direction(of word: String) -> [Float] {
    guard let place = places[word] else {
      stop(.unknownWord(word, near: wordsBeginning(like: word)))
    }
    return directions[place]
  }

  /// Up to five words that have a beginning in common with another one, the longest first.
  func wordsBeginning(like word: String) -> [String] {
    let shared = words.enumerated().map { (place: $0, word: $1, length: zip($1, word).prefix { $0 == $1 }.count) }
    let alike = shared.filter { $0.length > 0 }.sorted { ($1.length, $0.place) < ($0.length, $1.place) }
    return alike.prefix(5).map(\.word)
  }

  private static func direction(_ vector: [Float]) -> [Float] {
    let length = product(vector, vector).squareRoot()
    return length > 0 ? vector.map { $0 / length } : vector
  }

  private static func product(_ a: [Float], _ b: [Float]) -> Float { zip(a, b).reduce(0) { $0 + $1.0 * $1.1 } }
}
