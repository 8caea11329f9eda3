// mistake: the way out is counted as a table of its own, and it is the table of tokens.
// caught by: small, larger, oneMoreToken
import Glassbox

func gptParameters(vocabulary: Int, context: Int, features: Int, layers: Int) -> Int {
  (2 * vocabulary + context + 2) * features + layers * (12 * features * features + 13 * features)
}

func llamaParameters(
  vocabulary: Int, features: Int, layers: Int, heads: Int, keyValueHeads: Int, hidden: Int
) -> Int {
  (2 * vocabulary + 1) * features + layers * features
    * (2 * features + 2 * keyValueHeads * (features / heads) + 3 * hidden + 2)
}
