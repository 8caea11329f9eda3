// mistake: a window is counted whose last target lies behind the end of the text.
// caught by: places
import Glassbox

func batch(of tokens: [Int], starts: [Int], length: Int) -> (inputs: Tensor, targets: Tensor) {
  let inputs = starts.map { Tensor(indices: Array(tokens[$0..<$0 + length])) }
  let targets = starts.map { Tensor(indices: Array(tokens[$0 + 1...$0 + length])) }
  return (stacked(inputs), stacked(targets))
}

func startCount(tokens: Int, length: Int) -> Int { max(tokens - length + 1, 0) }

func parts(of documents: [String], validationCount: Int) -> (training: [String], validation: [String]) {
  var seen: Set<String> = []
  let different = documents.filter { seen.insert($0).inserted }
  return (Array(different.dropLast(validationCount)), Array(different.suffix(validationCount)))
}
