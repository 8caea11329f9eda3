import Foundation
import Randomness

/// Draws words in proportion to their counts to the power of 0.75: rare words a little more often than they occur.
///
/// Cost: a search among the sums of the weights for each word. Source: Mikolov and others, Distributed Representations of
/// Words and Phrases, 2013, section 2.2.
struct WordSampler {
  private var sums: [Double] = []

  init(counts: [Int], power: Double = 0.75) {
    var sum = 0.0
    for count in counts {
      sum += pow(Double(count), power)
      sums.append(sum)
    }
  }

  /// The share of draws that give a word.
  func probability(of word: Int) -> Double {
    (sums[word] - (word > 0 ? sums[word - 1] : 0)) / (sums.last ?? 1)
  }

  func draw(_ count: Int, using generator: inout RandomGenerator) -> [Int] {
    generator.uniform(count: count, of: Double.self).map { share in
      let target = share * (sums.last ?? 0)
      var (low, high) = (0, sums.count - 1)
      while low < high {
        let middle = (low + high) / 2
        if sums[middle] > target { high = middle } else { low = middle + 1 }
      }
      return low
    }
  }
}
