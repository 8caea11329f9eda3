// mistake: texts are compared by their last token alone, and what came before is forgotten.
// caught by: exhaustive, numbers, likeLibrary, long
import Foundation
import Glassbox

func beamSearch(
  beams: Int, length: Int, next: (_ text: [Int]) -> [Double]
) -> [(text: [Int], logProbability: Double)] {
  var texts: [(text: [Int], logProbability: Double)] = [([], 0)]
  for _ in 0..<length {
    var all: [(text: [Int], logProbability: Double)] = []
    for text in texts {
      for (token, score) in next(text.text).enumerated() { all.append((text.text + [token], score)) }
    }
    texts = Array(all.sorted { $0.logProbability > $1.logProbability }.prefix(beams))
  }
  return texts
}
