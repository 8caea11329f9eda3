import Glassbox

/// The turns of a chat as one list of tokens: each text between a start mark and an end mark.
func chatTokens(_ texts: [String], _ tokenizer: PipelineTokenizer) -> [Int] {
  guard let start = tokenizer.id(for: "<|start|>"), let end = tokenizer.id(for: "<|end|>") else { return [] }
  return texts.flatMap { [start] + tokenizer.ids(of: $0) + [end] }
}

/// The texts of the turns of a chat.
func turns(_ ids: [Int], _ tokenizer: PipelineTokenizer) -> [String] {
  var (result, current) = ([String](), [Int]())
  for id in ids {
    if id == tokenizer.id(for: "<|start|>") {
      current = []
    } else if id == tokenizer.id(for: "<|end|>") {
      result.append(tokenizer.text(of: current))
    } else {
      current.append(id)
    }
  }
  return result
}
