// mistake: the padding is learned as well: most of the loss is about saying the end after the end.
// caught by: nothingAfterTheEnd
import Glassbox

func textBatch(_ texts: [[Int]], end: Int) -> (inputs: Tensor, targets: Tensor) {
  let time = texts.map(\.count).max() ?? 0
  let inputs = texts.map { $0 + Array(repeating: end, count: time - $0.count) }
  let targets = texts.map { $0.dropFirst() + Array(repeating: end, count: time - $0.count + 1) }
  return (
    Tensor(indices: inputs.flatMap { $0 }).reshaped(to: [texts.count, time]),
    Tensor(indices: targets.flatMap { $0 }).reshaped(to: [texts.count, time])
  )
}
