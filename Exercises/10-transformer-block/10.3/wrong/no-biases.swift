// mistake: the rows that the linear layers add are missing.
// caught by: small, larger, oneMoreLayer
import Glassbox

func gptParameters(vocabulary: Int, context: Int, features: Int, layers: Int) -> Int {
  (vocabulary + context + 2) * features + layers * (12 * features * features + 4 * features)
}

func llamaParameters(
  vocabulary: Int, features: Int, layers: Int, heads: Int, keyValueHeads: Int, hidden: Int
) -> Int {
  (2 * vocabulary + 1) * features + layers * features
    * (2 * features + 2 * keyValueHeads * (features / heads) + 3 * hidden + 2)
}
