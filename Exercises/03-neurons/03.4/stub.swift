import Glassbox

/// A model that tells the arms of a spiral apart.
///
/// Shapes: points `[points, 2]`, kinds `[points]`; the model makes `[points, 3]`
/// of `[points, 2]`.
func learn(points: Tensor, kinds: Tensor) -> any Layer {
  let model = Linear(2, 3)  // replace this line, and train the model
  model.weight.value = Tensor.full([3, 2], .nan)
  return model
}
