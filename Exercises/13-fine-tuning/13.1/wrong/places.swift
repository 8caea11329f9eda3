// mistake: places are split and not texts, so a text that comes twice can stand on both sides.
// caught by: eachOnce, noLeak, sharesHold
import Glassbox

func stratifiedSplit(
  _ texts: [String], labels: [String], share: Double, seed: UInt64
) -> (training: [Int], held: [Int]) {
  var generator = RandomGenerator(seed: seed)
  var (training, held): ([Int], [Int]) = ([], [])
  for label in Set(labels).sorted() {
    let places = generator.shuffled(texts.indices.filter { labels[$0] == label })
    let count = Int((Double(places.count) * share).rounded())
    held += places.prefix(count)
    training += places.dropFirst(count)
  }
  return (training, held)
}
