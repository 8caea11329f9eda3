// mistake: each beam goes on with its best token only, so the beams are that many greedy texts.
// caught by: exhaustive, likeLibrary
import Foundation
import Glassbox

func beamSearch(
  beams: Int, length: Int, next: (_ text: [Int]) -> [Double]
) -> [(text: [Int], logProbability: Double)] {
  var texts: [(text: [Int], logProbability: Double)] = []
  for (token, score) in next([]).enumerated() { texts.append(([token], score)) }
  texts = Array(texts.sorted { $0.logProbability > $1.logProbability }.prefix(beams))
  for _ in 1..<length {
    texts = texts.map { text in
      let scores = next(text.text)
      let best = scores.indices.max { scores[$0] < scores[$1] } ?? 0
      return (text.text + [best], text.logProbability + scores[best])
    }
  }
  return texts.sorted { $0.logProbability > $1.logProbability }
}
