// mistake: the three words of the question may be the answer, and the third one often is nearest.
// caught by: leavesOut
import Glassbox

func fourthWord(_ first: String, _ second: String, _ third: String, in vectors: WordVectors) -> String {
  let units = vectors.vectors / vectors.vectors.norm(axis: -1, keepDims: true)
  func row(_ word: String) -> Tensor { units[vectors.words.firstIndex(of: word)!] }
  let target = row(second) - row(first) + row(third)
  let all = WordVectors(words: vectors.words, vectors: vectors.vectors).nearest(to: target, count: 4)
  return all.first { !$0.word.isEmpty }!.word
}

func learn(_ texts: [[String]]) -> WordVectors { CooccurrenceMatrix(texts, window: 4).vectors(size: 6) }
