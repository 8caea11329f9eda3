import Foundation
import Glassbox

/// The best texts of a length, the best one first, and the logarithms of their probabilities.
///
/// - Parameter next: The logarithms of the probabilities of all tokens after a text.
func beamSearch(
  beams: Int, length: Int, next: (_ text: [Int]) -> [Double]
) -> [(text: [Int], logProbability: Double)] {
  []  // replace this line
}
