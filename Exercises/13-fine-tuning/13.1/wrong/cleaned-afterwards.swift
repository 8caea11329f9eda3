// mistake: the places are split first, and what stands on both sides is taken out of the drawer afterwards.
// caught by: eachOnce, sharesHold
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
  let known = Set(training.map { texts[$0] })
  return (training, held.filter { !known.contains(texts[$0]) })
}
