import Glassbox

/// Texts as a batch to learn from. Shapes: inputs and targets `[texts, time]`.
func textBatch(_ texts: [[Int]], end: Int) -> (inputs: Tensor, targets: Tensor) {
  let nothing = Tensor.zeros([texts.count, 1], dtype: .int)
  return (inputs: nothing, targets: nothing)  // replace these lines
}
