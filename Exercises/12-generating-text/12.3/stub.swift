import Glassbox

/// The likeliest tokens after a prompt, one by one; the model reads each token once.
func writeGreedily(
  _ count: Int, after prompt: [Int], with model: any CausalLanguageModel
) -> [Int] {
  []  // replace this line
}
