// mistake: a start is taken for the number of a block, so the windows begin at start · length.
// caught by: inputs, targets
import Glassbox

func batch(of tokens: [Int], starts: [Int], length: Int) -> (inputs: Tensor, targets: Tensor) {
  let read = starts.flatMap { start in (0..<length).map { tokens[(start * length + $0) % tokens.count] } }
  let said = starts.flatMap { start in (0..<length).map { tokens[(start * length + $0 + 1) % tokens.count] } }
  return (
    Tensor(indices: read).reshaped(to: [starts.count, length]),
    Tensor(indices: said).reshaped(to: [starts.count, length])
  )
}

func startCount(tokens: Int, length: Int) -> Int { max(tokens - length, 0) }

func parts(of documents: [String], validationCount: Int) -> (training: [String], validation: [String]) {
  var seen: Set<String> = []
  let different = documents.filter { seen.insert($0).inserted }
  return (Array(different.dropLast(validationCount)), Array(different.suffix(validationCount)))
}
