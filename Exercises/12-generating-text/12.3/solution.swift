import Glassbox

/// The likeliest tokens after a prompt, one by one; the model reads each token once.
func writeGreedily(_ count: Int, after prompt: [Int], with model: any CausalLanguageModel) -> [Int] {
  let memory = model.makeCache()
  var written: [Int] = []
  var unread = prompt
  while written.count < count {
    let tokens = Tensor(indices: unread).unsqueezed(0)  // [batch 1, time]
    let best = evaluating { model.lastLogits(tokens, cache: memory).argmax() }  // of [1, vocabulary]
    written.append(best)
    unread = [best]
  }
  return written
}
