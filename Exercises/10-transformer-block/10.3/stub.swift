import Glassbox

/// How many numbers a GPT-2 learns.
func gptParameters(vocabulary: Int, context: Int, features: Int, layers: Int) -> Int {
  0  // replace this line
}

/// How many numbers a Llama learns.
func llamaParameters(
  vocabulary: Int, features: Int, layers: Int, heads: Int, keyValueHeads: Int, hidden: Int
) -> Int {
  0  // replace this line
}
