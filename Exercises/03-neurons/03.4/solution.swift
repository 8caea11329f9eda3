import Glassbox

/// A model that tells the arms of a spiral apart.
///
/// Shapes: points `[points, 2]`, kinds `[points]`; the model makes `[points, 3]` of `[points, 2]`.
func learn(points: Tensor, kinds: Tensor) -> any Layer {
  let model = MLP([2, 32, 32, 3], activation: .tanh)
  let adamW = AdamW(model, learningRate: 0.02)
  for _ in 0..<250 {
    model.zeroGradients()
    crossEntropy(model(points), kinds).backward()
    adamW.step()
  }
  return model
}
