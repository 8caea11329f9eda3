// mistake: the targets are the inputs themselves: the model learns to say what it has just read.
// caught by: nextToken, endIsLearned
import Glassbox

func textBatch(_ texts: [[Int]], end: Int) -> (inputs: Tensor, targets: Tensor) {
  let time = texts.map(\.count).max() ?? 0
  let inputs = texts.map { $0 + Array(repeating: end, count: time - $0.count) }
  let targets = texts.map { $0 + Array(repeating: -100, count: time - $0.count) }
  return (
    Tensor(indices: inputs.flatMap { $0 }).reshaped(to: [texts.count, time]),
    Tensor(indices: targets.flatMap { $0 }).reshaped(to: [texts.count, time])
  )
}
