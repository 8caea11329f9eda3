// mistake: the vectors are not made one long, so that long ones decide where the step leads.
// caught by: lengths
import Glassbox

func fourthWord(_ first: String, _ second: String, _ third: String, in vectors: WordVectors) -> String {
  let units = vectors.vectors
  func row(_ word: String) -> Tensor { units[vectors.words.firstIndex(of: word)!] }
  let target = row(second) - row(first) + row(third)
  let all = WordVectors(words: vectors.words, vectors: vectors.vectors).nearest(to: target, count: 4)
  return all.first { ![first, second, third].contains($0.word) }!.word
}

func learn(_ texts: [[String]]) -> WordVectors { CooccurrenceMatrix(texts, window: 4).vectors(size: 6) }
