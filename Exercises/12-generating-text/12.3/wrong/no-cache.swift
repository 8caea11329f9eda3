// mistake: there is no cache, and the whole text is read anew for each token.
// caught by: once
import Glassbox

func writeGreedily(_ count: Int, after prompt: [Int], with model: any CausalLanguageModel) -> [Int] {
  var text = prompt
  for _ in 0..<count {
    text.append(evaluating { model.lastLogits(Tensor(indices: text).unsqueezed(0), cache: nil).argmax() })
  }
  return Array(text.dropFirst(prompt.count))
}
