import Glassbox

/// Texts as a batch to learn from. Shapes: inputs and targets `[texts, time]`.
func textBatch(_ texts: [[Int]], end: Int) -> (inputs: Tensor, targets: Tensor) {
  let time = texts.map(\.count).max() ?? 0
  let read = texts.map { $0 + Array(repeating: end, count: time - $0.count) }
  let wanted = texts.map { $0.dropFirst() + [end] + Array(repeating: -100, count: time - $0.count) }
  func table(_ rows: [[Int]]) -> Tensor { Tensor(indices: rows.flatMap { $0 }).reshaped(to: [rows.count, time]) }
  return (table(read), table(wanted))
}
