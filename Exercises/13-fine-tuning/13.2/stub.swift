import Glassbox

/// Trains a head on a frozen body. Gives back the loss before each step.
///
/// Shapes: tokens and mask `[texts, time]`, classes `[texts]`.
func teachHead(
  _ head: Linear, on body: BERT, tokens: Tensor, mask: Tensor, classes: Tensor, steps: Int
) -> [Double] {
  [Double](repeating: .nan, count: steps)  // replace this line
}
