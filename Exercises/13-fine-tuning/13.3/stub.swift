import Glassbox

/// The two thin matrices at the beginning: down `[rank, inputs]`, up `[outputs, rank]`.
func loraStart(inputs: Int, outputs: Int, rank: Int) -> (down: Tensor, up: Tensor) {
  (down: .full([rank, inputs], .nan), up: .full([outputs, rank], .nan))  // replace this line
}

/// Both ways together. Shapes: x `[rows, inputs]`, weight `[outputs, inputs]`, result
/// `[rows, outputs]`.
func lora(_ x: Tensor, weight: Tensor, down: Tensor, up: Tensor, alpha: Double) -> Tensor {
  .full([x.shape[0], weight.shape[0]], .nan)  // replace this line
}

/// The one weight that does the same. `[outputs, inputs]`
func mergedWeight(_ weight: Tensor, down: Tensor, up: Tensor, alpha: Double) -> Tensor {
  .full(weight.shape, .nan)  // replace this line
}

/// How many numbers learn, as a share of the weight's.
func trainableShare(inputs: Int, outputs: Int, rank: Int) -> Double {
  .nan  // replace this line
}
