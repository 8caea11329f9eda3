// mistake: of the prompt only the last token is read.
// caught by: sameText, all
import Glassbox

func writeGreedily(_ count: Int, after prompt: [Int], with model: any CausalLanguageModel) -> [Int] {
  let cache = model.makeCache()
  var text = prompt
  for _ in 0..<count {
    text.append(evaluating { model.lastLogits(Tensor(indices: text.suffix(1)).unsqueezed(0), cache: cache).argmax() })
  }
  return Array(text.dropFirst(prompt.count))
}
