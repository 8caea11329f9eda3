// mistake: all labels are split together, and chance decides how many of each are held out.
// caught by: sharesHold
import Glassbox

func stratifiedSplit(
  _ texts: [String], labels: [String], share: Double, seed: UInt64
) -> (training: [Int], held: [Int]) {
  var generator = RandomGenerator(seed: seed)
  var seen: Set<String> = []
  let places = generator.shuffled(texts.indices.filter { seen.insert(texts[$0]).inserted })
  let count = Int((Double(places.count) * share).rounded())
  return (Array(places.dropFirst(count)), Array(places.prefix(count)))
}
