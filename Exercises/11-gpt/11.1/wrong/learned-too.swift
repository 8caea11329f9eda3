// mistake: what is put aside is learned from all the same.
// caught by: apart, noLeak
import Glassbox

func batch(of tokens: [Int], starts: [Int], length: Int) -> (inputs: Tensor, targets: Tensor) {
  let read = starts.flatMap { tokens[$0..<$0 + length] }
  let said = starts.flatMap { tokens[$0 + 1..<$0 + 1 + length] }
  return (
    Tensor(indices: read).reshaped(to: [starts.count, length]),
    Tensor(indices: said).reshaped(to: [starts.count, length])
  )
}

func startCount(tokens: Int, length: Int) -> Int { max(tokens - length, 0) }

func parts(of documents: [String], validationCount: Int) -> (training: [String], validation: [String]) {
  var seen: Set<String> = []
  let different = documents.filter { seen.insert($0).inserted }
  return (different, Array(different.suffix(validationCount)))
}
