import Glassbox

/// A model that has learned to foresee the letters of syllables.
///
/// - Parameter texts: Letters as numbers from 0 to 5, `[batch 8, time 240]`.
func learnLetters(_ texts: Tensor) -> RecurrentLanguageModel {
  let sizes = RecurrentConfiguration(.gru, vocabularySize: 6, features: 6, hidden: 20)
  let network = withRandomness(seed: 74) { RecurrentLanguageModel(sizes) }
  let adam = AdamW(network, learningRate: 0.02)
  for _ in 0..<25 {
    network.forEachPiece(of: texts, length: 30) { surprise in
      network.zeroGradients()
      surprise.backward()
      adam.step(clippingNormTo: 1)
    }
  }
  return network
}
