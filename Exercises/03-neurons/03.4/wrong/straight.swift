// mistake: the borders between the arms are still nearly straight: nothing bends between the layers, or the steps were too few or too small.
// caught by: bends, known, unseen, sure
import Glassbox

func learn(points: Tensor, kinds: Tensor) -> any Layer {
  let model = Sequential(Linear(2, 32), Linear(32, 3))
  let adamW = AdamW(model, learningRate: 0.02)
  for _ in 0..<250 {
    model.zeroGradients()
    crossEntropy(model(points), kinds).backward()
    adamW.step()
  }
  return model
}
