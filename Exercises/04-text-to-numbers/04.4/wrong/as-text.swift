// mistake: the list is made a text first and cut at what looks like a mark; cut the list of numbers.
// caught by: comesBack, readsTurns
import Glassbox

func chatTokens(_ texts: [String], _ tokenizer: PipelineTokenizer) -> [Int] {
  guard let start = tokenizer.id(for: "<|start|>"), let end = tokenizer.id(for: "<|end|>") else { return [] }
  return texts.flatMap { [start] + tokenizer.ids(of: $0) + [end] }
}

func turns(_ ids: [Int], _ tokenizer: PipelineTokenizer) -> [String] {
  let whole = tokenizer.decode(ids, skippingSpecialTokens: false)
  let parts = whole.replacing("<|start|>", with: "").split(separator: "<|end|>", omittingEmptySubsequences: false)
  return parts.dropLast().map { String($0) }
}
