// mistake: there is a cache, but the whole text is given each time, so the model sees it several times in a row.
// caught by: sameText, once
import Glassbox

func writeGreedily(_ count: Int, after prompt: [Int], with model: any CausalLanguageModel) -> [Int] {
  let cache = model.makeCache()
  var text = prompt
  for _ in 0..<count {
    text.append(evaluating { model.lastLogits(Tensor(indices: text).unsqueezed(0), cache: cache).argmax() })
  }
  return Array(text.dropFirst(prompt.count))
}
