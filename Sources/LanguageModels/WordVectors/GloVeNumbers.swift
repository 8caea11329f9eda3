import Foundation

/// All numbers that ``GloVe`` learns: for each word a row with its vector and then its bias, first as word and then as
/// context, and the sums of their squared slopes.
struct GloVeNumbers {
  private(set) var numbers: [Float]
  private var squares: [Float]
  private let words: Int
  private let size: Int

  init(words: Int, size: Int, _ numbers: [Float]) {
    (self.words, self.size, self.numbers) = (words, size, numbers)
    squares = Array(repeating: 1, count: numbers.count)
  }

  /// Takes a step for a pair by the derivatives of ``gloVeLoss(_:_:bias:contextBias:count:maximum:exponent:)`` written
  /// out: of each vector 2 · weight · difference times the other, of each bias without the other.
  mutating func step(word: Int, context: Int, count: Double, _ settings: GloVeSettings) -> Double {
    let (first, second) = (word * (size + 1), (words + context) * (size + 1))
    var product = numbers[first + size] + numbers[second + size]
    for place in 0..<size { product += numbers[first + place] * numbers[second + place] }
    let difference = Double(product) - log(count)
    let weight = gloVeWeight(count, maximum: settings.maximum, exponent: settings.exponent)
    let slope = Float(2 * weight * difference)
    let rate = Float(settings.learningRate)
    for place in 0..<size {
      let (own, other) = (numbers[first + place], numbers[second + place])
      move(first + place, slope * other, rate)
      move(second + place, slope * own, rate)
    }
    move(first + size, slope, rate)
    move(second + size, slope, rate)
    return weight * difference * difference
  }

  private mutating func move(_ place: Int, _ slope: Float, _ rate: Float) {
    squares[place] += slope * slope
    numbers[place] -= rate * slope / squares[place].squareRoot()
  }

  /// The sum of both vectors of each word. `[words, size]`
  var sums: [Float] {
    (0..<words).flatMap { word in
      (0..<size).map { numbers[word * (size + 1) + $0] + numbers[(words + word) * (size + 1) + $0] }
    }
  }
}
