import Glassbox

/// The places of texts to learn from and of texts that are held out, each text once, with the same share of each label.
func stratifiedSplit(
  _ texts: [String], labels: [String], share: Double, seed: UInt64
) -> (training: [Int], held: [Int]) {
  var seen: Set<String> = []
  let once = texts.indices.filter { seen.insert(texts[$0]).inserted }
  var generator = RandomGenerator(seed: seed)
  var (training, held): ([Int], [Int]) = ([], [])
  for label in Set(labels).sorted() {
    let places = generator.shuffled(once.filter { labels[$0] == label })
    let count = Int((Double(places.count) * share).rounded())
    held += places.prefix(count)
    training += places.dropFirst(count)
  }
  return (training, held)
}
