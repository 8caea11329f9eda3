import Glassbox

/// Windows of a row of tokens, and what should be said after each of their tokens.
///
/// Shapes: inputs and targets `[starts, length]`.
func batch(of tokens: [Int], starts: [Int], length: Int) -> (inputs: Tensor, targets: Tensor) {
  let read = starts.flatMap { tokens[$0..<$0 + length] }
  let said = starts.flatMap { tokens[$0 + 1..<$0 + 1 + length] }
  let shape = [starts.count, length]
  return (Tensor(indices: read).reshaped(to: shape), Tensor(indices: said).reshaped(to: shape))
}

/// At how many places a window and its last target fit.
func startCount(tokens: Int, length: Int) -> Int {
  max(tokens - length, 0)
}

/// Documents to learn from and documents to look at only; each different document once.
func parts(of documents: [String], validationCount: Int) -> (training: [String], validation: [String]) {
  var seen: Set<String> = []
  let different = documents.filter { seen.insert($0).inserted }
  return (Array(different.dropLast(validationCount)), Array(different.suffix(validationCount)))
}
