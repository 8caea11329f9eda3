// mistake: the targets are the inputs themselves, so the model learns to copy and its loss falls to almost nothing.
// caught by: targets
import Glassbox

func batch(of tokens: [Int], starts: [Int], length: Int) -> (inputs: Tensor, targets: Tensor) {
  let read = Tensor(indices: starts.flatMap { tokens[$0..<$0 + length] }).reshaped(to: [starts.count, length])
  return (read, read)
}

func startCount(tokens: Int, length: Int) -> Int { max(tokens - length, 0) }

func parts(of documents: [String], validationCount: Int) -> (training: [String], validation: [String]) {
  var seen: Set<String> = []
  let different = documents.filter { seen.insert($0).inserted }
  return (Array(different.dropLast(validationCount)), Array(different.suffix(validationCount)))
}
