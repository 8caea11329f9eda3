import Foundation
import Glassbox

/// The best texts of a length, the best one first, and the logarithms of their probabilities.
///
/// - Parameter next: The logarithms of the probabilities of all tokens after a text.
func beamSearch(
  beams: Int, length: Int, next: (_ text: [Int]) -> [Double]
) -> [(text: [Int], logProbability: Double)] {
  var kept: [(text: [Int], logProbability: Double)] = [([], 0)]
  for _ in 0..<length {
    let longer = kept.flatMap { beam in
      next(beam.text).enumerated().map { (text: beam.text + [$0], logProbability: beam.logProbability + $1) }
    }
    kept = Array(longer.sorted { $0.logProbability > $1.logProbability }.prefix(beams))
  }
  return kept
}
