import Randomness
import Tensors

/// Sets some numbers to 0, chosen by chance, and makes the others larger so that their mean stays: x · mask / (1 - p).
///
///     dropout(Tensor.ones([4]), probability: 0.5)     // some 0, the others 2
///
/// - Parameters:
///   - probability: p, the chance of each number to become 0.
///   - random: What decides.
///
/// Source: Srivastava and others, Dropout, 2014, section 10 for scaling while training.
public func dropout(_ x: Tensor, probability: Double, random: RandomSource = .current) -> Tensor {
  checkProbability("dropout", probability)
  guard probability > 0 else { return x }
  guard probability < 1 else { return x * 0 }
  let kept = Tensor.bernoulli(x.shape, probability: 1 - probability, random: random)
  return x * (kept.converted(to: x.dtype) * (1 / (1 - probability)))
}

/// Stops the program if a number is no probability.
func checkProbability(_ layer: String, _ probability: Double) {
  guard 0...1 ~= probability else { stop(.probability(layer: layer, probability)) }
}
