import Tensors

/// Stops with a sentence unless there is one class for each row of numbers. Gives the number of classes.
func checkTargets(_ operation: String, _ logits: Tensor, _ targets: Tensor, _ ignored: Int) -> Int {
  guard logits.rank > 0, targets.shape == Array(logits.shape.dropLast()) else {
    stop(.targets(of: operation, logits: logits.shape, targets: targets.shape))
  }
  guard targets.dtype == .int else { stop(.notIndices(operation: operation, dtype: targets.dtype)) }
  let classes = logits.shape[logits.rank - 1]
  if let wrong = targets.ints.first(where: { ($0 < 0 || $0 >= classes) && $0 != ignored }) {
    stop(.targetBeyond(wrong, of: operation, classes: classes))
  }
  return classes
}

func checkClassWeights(_ operation: String, _ weights: Tensor?, _ classes: Int) {
  guard let weights, weights.shape != [classes] else { return }
  stop(.classWeights(weights.shape, of: operation, classes: classes))
}

func checkSmoothing(_ amount: Double) {
  guard 0...1 ~= amount else {
    stop(.setting(of: "crossEntropy", name: "labelSmoothing", value: amount, wanted: "from 0 to 1"))
  }
}

/// Stops with a sentence unless there is one target for each prediction.
func checkSameShape(_ operation: String, _ prediction: Tensor, _ target: Tensor) {
  // Stretching one of them would compare each prediction with each target.
  guard prediction.shape == target.shape else {
    stop(.sameShape(operation: operation, prediction.shape, target.shape))
  }
}
