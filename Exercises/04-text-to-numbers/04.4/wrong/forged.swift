// mistake: the marks are written into the text and then looked for, so a mark that a user typed counts, too.
// caught by: noForgedMark, typedMarks, comesBack
import Glassbox

func chatTokens(_ texts: [String], _ tokenizer: PipelineTokenizer) -> [Int] {
  let whole = texts.map { "<|start|>" + $0 + "<|end|>" }.joined()
  return tokenizer.encode(whole, pair: nil, recognizingSpecialTokens: true).ids
}

func turns(_ ids: [Int], _ tokenizer: PipelineTokenizer) -> [String] {
  ids.split(separator: tokenizer.id(for: "<|end|>") ?? -1).map { tokenizer.text(of: Array($0)) }
}
