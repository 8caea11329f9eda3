import Glassbox

/// Windows of a row of tokens, and what should be said after each of their tokens.
///
/// Shapes: inputs and targets `[starts, length]`.
func batch(of tokens: [Int], starts: [Int], length: Int) -> (inputs: Tensor, targets: Tensor) {
  (Tensor.full([1], .nan), Tensor.full([1], .nan))  // replace this line
}

/// At how many places a window and its last target fit.
func startCount(tokens: Int, length: Int) -> Int {
  -1  // replace this line
}

/// Documents to learn from and documents to look at only; each different document once.
func parts(
  of documents: [String], validationCount: Int
) -> (training: [String], validation: [String]) {
  ([], [])  // replace this line
}
