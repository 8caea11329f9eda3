// mistake: the share is one of all numbers, the thin ones among them, and not of the weight's.
// caught by: share
import Glassbox

func loraStart(inputs: Int, outputs: Int, rank: Int) -> (down: Tensor, up: Tensor) {
  (down: .normal([rank, inputs]) / Double(inputs).squareRoot(), up: .zeros([outputs, rank]))
}

func lora(_ x: Tensor, weight: Tensor, down: Tensor, up: Tensor, alpha: Double) -> Tensor {
  let detour = x.matmul(down.transposed()).matmul(up.transposed())  // [rows, outputs]
  return x.matmul(weight.transposed()) + detour * (alpha / Double(down.shape[0]))
}

func mergedWeight(_ weight: Tensor, down: Tensor, up: Tensor, alpha: Double) -> Tensor {
  weight + up.matmul(down) * (alpha / Double(down.shape[0]))
}

func trainableShare(inputs: Int, outputs: Int, rank: Int) -> Double {
  Double(rank * (inputs + outputs)) / Double(inputs * outputs + rank * (inputs + outputs))
}
