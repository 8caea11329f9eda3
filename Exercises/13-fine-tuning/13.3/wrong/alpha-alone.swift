// mistake: the way around is multiplied by alpha, without dividing by the rank.
// caught by: byHand
import Glassbox

func loraStart(inputs: Int, outputs: Int, rank: Int) -> (down: Tensor, up: Tensor) {
  (down: .normal([rank, inputs]) / Double(inputs).squareRoot(), up: .zeros([outputs, rank]))
}

func lora(_ x: Tensor, weight: Tensor, down: Tensor, up: Tensor, alpha: Double) -> Tensor {
  x.matmul(weight.transposed()) + x.matmul(down.transposed()).matmul(up.transposed()) * alpha
}

func mergedWeight(_ weight: Tensor, down: Tensor, up: Tensor, alpha: Double) -> Tensor {
  weight + up.matmul(down) * alpha
}

func trainableShare(inputs: Int, outputs: Int, rank: Int) -> Double {
  Double(rank * (inputs + outputs)) / Double(inputs * outputs)
}
