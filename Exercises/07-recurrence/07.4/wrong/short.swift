// mistake: it has hardly learned: too few steps, too small ones, or too small a state to count with.
// caught by: firstVowel, counting, consonants
import Glassbox

func learnLetters(_ texts: Tensor) -> RecurrentLanguageModel {
  let model = withRandomness(seed: 1) {
    RecurrentLanguageModel(RecurrentConfiguration(.gru, vocabularySize: 6, features: 6, hidden: 20))
  }
  let optimizer = AdamW(model, learningRate: 0.02)
  for _ in 0..<1 {
    model.forEachPiece(of: texts, length: 30) { loss in
      model.zeroGradients()
      loss.backward()
      optimizer.step(clippingNormTo: 1)
    }
  }
  return model
}
