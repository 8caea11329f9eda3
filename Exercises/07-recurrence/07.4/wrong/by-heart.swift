// mistake: a few letters are read again and again until they are known by heart; new texts are another matter.
// caught by: consonants
import Glassbox

func learnLetters(_ texts: Tensor) -> RecurrentLanguageModel {
  let model = withRandomness(seed: 1) {
    RecurrentLanguageModel(RecurrentConfiguration(.gru, vocabularySize: 6, features: 6, hidden: 24))
  }
  let optimizer = AdamW(model, learningRate: 0.02)
  for _ in 0..<250 {
    model.forEachPiece(of: texts[..<2, ..<120], length: 119) { loss in
      model.zeroGradients()
      loss.backward()
      optimizer.step(clippingNormTo: 1)
    }
  }
  return model
}
