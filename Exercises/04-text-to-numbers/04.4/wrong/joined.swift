// mistake: there is one start mark and one end mark for the whole chat, and not for each turn.
// caught by: eachTurn, noForgedMark, comesBack, emptyTurn
import Glassbox

func chatTokens(_ texts: [String], _ tokenizer: PipelineTokenizer) -> [Int] {
  guard let start = tokenizer.id(for: "<|start|>"), let end = tokenizer.id(for: "<|end|>") else { return [] }
  return [start] + texts.flatMap { tokenizer.ids(of: $0) } + [end]
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
