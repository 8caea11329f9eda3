import Glassbox

/// The two thin matrices at the beginning: down `[rank, inputs]`, up `[outputs, rank]`.
func loraStart(inputs: Int, outputs: Int, rank: Int) -> (down: Tensor, up: Tensor) {
  (down: .normal([rank, inputs]) / Double(inputs).squareRoot(), up: .zeros([outputs, rank]))
}

/// Both ways together. Shapes: x `[rows, inputs]`, weight `[outputs, inputs]`, result `[rows, outputs]`.
func lora(_ x: Tensor, weight: Tensor, down: Tensor, up: Tensor, alpha: Double) -> Tensor {
  let detour = x.matmul(down.transposed()).matmul(up.transposed())  // [rows, outputs]
  return x.matmul(weight.transposed()) + detour * (alpha / Double(down.shape[0]))
}

/// The one weight that does the same. `[outputs, inputs]`
func mergedWeight(_ weight: Tensor, down: Tensor, up: Tensor, alpha: Double) -> Tensor {
  weight + up.matmul(down) * (alpha / Double(down.shape[0]))
}

/// How many numbers learn, as a share of the weight's.
func trainableShare(inputs: Int, outputs: Int, rank: Int) -> Double {
  Double(rank * (inputs + outputs)) / Double(inputs * outputs)
}
