// mistake: each head of queries is given keys and values of its own.
// caught by: largeLlama
import Glassbox

func gptParameters(vocabulary: Int, context: Int, features: Int, layers: Int) -> Int {
  (vocabulary + context + 2) * features + layers * (12 * features * features + 13 * features)
}

func llamaParameters(
  vocabulary: Int, features: Int, layers: Int, heads: Int, keyValueHeads: Int, hidden: Int
) -> Int {
  (2 * vocabulary + 1) * features + layers * features * (4 * features + 3 * hidden + 2)
}
