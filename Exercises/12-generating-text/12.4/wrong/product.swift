// mistake: the probabilities are multiplied, and the product of a long text is too small for a number.
// caught by: long
import Foundation
import Glassbox

func beamSearch(
  beams: Int, length: Int, next: (_ text: [Int]) -> [Double]
) -> [(text: [Int], logProbability: Double)] {
  var texts: [(text: [Int], probability: Double)] = [([], 1)]
  for _ in 0..<length {
    var all: [(text: [Int], probability: Double)] = []
    for (text, probability) in texts {
      for (token, score) in next(text).enumerated() { all.append((text + [token], probability * exp(score))) }
    }
    texts = Array(all.sorted { $0.probability > $1.probability }.prefix(beams))
  }
  return texts.map { ($0.text, log($0.probability)) }
}
