// mistake: the first texts of each label are held out, whatever the seed is.
// caught by: seedDecides
import Glassbox

func stratifiedSplit(
  _ texts: [String], labels: [String], share: Double, seed: UInt64
) -> (training: [Int], held: [Int]) {
  var generator = RandomGenerator(seed: seed)
  _ = generator.next()
  var seen: Set<String> = []
  let once = texts.indices.filter { seen.insert(texts[$0]).inserted }
  var (training, held): ([Int], [Int]) = ([], [])
  for label in Set(labels).sorted() {
    let places = once.filter { labels[$0] == label }
    let count = Int((Double(places.count) * share).rounded())
    held += places.prefix(count)
    training += places.dropFirst(count)
  }
  return (training, held)
}
