// mistake: the norm behind the last block is missing.
// caught by: small, larger
import Glassbox

func gptParameters(vocabulary: Int, context: Int, features: Int, layers: Int) -> Int {
  (vocabulary + context) * features + layers * (12 * features * features + 13 * features)
}

func llamaParameters(
  vocabulary: Int, features: Int, layers: Int, heads: Int, keyValueHeads: Int, hidden: Int
) -> Int {
  (2 * vocabulary + 1) * features + layers * features
    * (2 * features + 2 * keyValueHeads * (features / heads) + 3 * hidden + 2)
}
