// mistake: the prompt is given back too, so there are more tokens than were asked for.
// caught by: sameText, anew, once
import Glassbox

func writeGreedily(_ count: Int, after prompt: [Int], with model: any CausalLanguageModel) -> [Int] {
  let cache = model.makeCache()
  var (text, unread) = (prompt, prompt)
  for _ in 0..<count {
    text.append(evaluating { model.lastLogits(Tensor(indices: unread).unsqueezed(0), cache: cache).argmax() })
    unread = Array(text.suffix(1))
  }
  return text
}
