// mistake: only one text goes on, whatever the number of beams.
// caught by: exhaustive, numbers, likeLibrary, patient, long
import Foundation
import Glassbox

func beamSearch(
  beams: Int, length: Int, next: (_ text: [Int]) -> [Double]
) -> [(text: [Int], logProbability: Double)] {
  var (text, sum): ([Int], Double) = ([], 0)
  for _ in 0..<length {
    let scores = next(text)
    let best = scores.indices.max { scores[$0] < scores[$1] } ?? 0
    text.append(best)
    sum += scores[best]
  }
  return [(text, sum)]
}
