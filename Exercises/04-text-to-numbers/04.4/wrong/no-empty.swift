// mistake: a turn without text gets lost, as splitting leaves out what is empty.
// caught by: comesBack, emptyTurn
import Glassbox

func chatTokens(_ texts: [String], _ tokenizer: PipelineTokenizer) -> [Int] {
  guard let start = tokenizer.id(for: "<|start|>"), let end = tokenizer.id(for: "<|end|>") else { return [] }
  return texts.flatMap { [start] + tokenizer.ids(of: $0) + [end] }
}

func turns(_ ids: [Int], _ tokenizer: PipelineTokenizer) -> [String] {
  guard let start = tokenizer.id(for: "<|start|>"), let end = tokenizer.id(for: "<|end|>") else { return [] }
  return ids.filter { $0 != start }.split(separator: end).map { tokenizer.text(of: Array($0)) }
}
