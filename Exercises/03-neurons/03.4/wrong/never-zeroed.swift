// mistake: the gradients are never cleared, so each step also follows all slopes of before.
// caught by: knowsSomething, bends, known, unseen, sure
import Glassbox

func learn(points: Tensor, kinds: Tensor) -> any Layer {
  let model = MLP([2, 32, 32, 3], activation: .tanh)
  let adamW = AdamW(model, learningRate: 0.02)
  for _ in 0..<250 {
    crossEntropy(model(points), kinds).backward()
    adamW.step()
  }
  return model
}
