// mistake: the model ends in a softmax, and the loss does another one: no score is above 1, so it can never be sure.
// caught by: sure
import Glassbox

final class Shares: Layer {
  func forward(_ x: Tensor) -> Tensor { softmax(x) }
}

func learn(points: Tensor, kinds: Tensor) -> any Layer {
  let model = Sequential(MLP([2, 32, 32, 3], activation: .tanh), Shares())
  let adamW = AdamW(model, learningRate: 0.02)
  for _ in 0..<250 {
    model.zeroGradients()
    crossEntropy(model(points), kinds).backward()
    adamW.step()
  }
  return model
}
