// mistake: what looks like a mark is cut out of the texts, so nobody can talk about marks any more.
// caught by: comesBack, typedMarks
import Glassbox

func chatTokens(_ texts: [String], _ tokenizer: PipelineTokenizer) -> [Int] {
  guard let start = tokenizer.id(for: "<|start|>"), let end = tokenizer.id(for: "<|end|>") else { return [] }
  let clean = texts.map { $0.replacing("<|start|>", with: "").replacing("<|end|>", with: "") }
  return clean.flatMap { [start] + tokenizer.ids(of: $0) + [end] }
}

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
