// mistake: the step goes the wrong way, from the second word to the first.
// caught by: step
import Glassbox

func fourthWord(_ first: String, _ second: String, _ third: String, in vectors: WordVectors) -> String {
  let units = vectors.vectors / vectors.vectors.norm(axis: -1, keepDims: true)
  func row(_ word: String) -> Tensor { units[vectors.words.firstIndex(of: word)!] }
  let target = row(first) - row(second) + row(third)
  let all = WordVectors(words: vectors.words, vectors: vectors.vectors).nearest(to: target, count: 4)
  return all.first { ![first, second, third].contains($0.word) }!.word
}

func learn(_ texts: [[String]]) -> WordVectors { CooccurrenceMatrix(texts, window: 4).vectors(size: 6) }
