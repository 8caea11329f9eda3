import Glassbox

/// How many numbers a GPT-2 learns.
func gptParameters(vocabulary: Int, context: Int, features: Int, layers: Int) -> Int {
  let looking = 4 * (features * features + features)
  let working = 8 * features * features + 5 * features
  let norm = 2 * features
  return (vocabulary + context) * features + layers * (looking + working + 2 * norm) + norm
}

/// How many numbers a Llama learns.
func llamaParameters(
  vocabulary: Int, features: Int, layers: Int, heads: Int, keyValueHeads: Int, hidden: Int
) -> Int {
  let shared = features / heads * keyValueHeads  // features of all keys
  let looking = 2 * features * features + 2 * features * shared
  let working = 3 * features * hidden
  return 2 * vocabulary * features + layers * (looking + working + 2 * features) + features
}
