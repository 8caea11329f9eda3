// mistake: the settings are those for long texts; in a small language every word is so frequent that it is mostly skipped.
// caught by: learned
import Glassbox

func fourthWord(_ first: String, _ second: String, _ third: String, in vectors: WordVectors) -> String {
  let units = vectors.vectors / vectors.vectors.norm(axis: -1, keepDims: true)
  func row(_ word: String) -> Tensor { units[vectors.words.firstIndex(of: word)!] }
  let target = row(second) - row(first) + row(third)
  let all = WordVectors(words: vectors.words, vectors: vectors.vectors).nearest(to: target, count: 4)
  return all.first { ![first, second, third].contains($0.word) }!.word
}

func learn(_ texts: [[String]]) -> WordVectors {
  var settings = Word2VecSettings()
  settings.size = 16
  return Word2Vec(texts, settings).vectors
}
