// mistake: the model is larger than it may be.
// caught by: size
import Glassbox

func learnLetters(_ texts: Tensor) -> RecurrentLanguageModel {
  let model = withRandomness(seed: 1) {
    RecurrentLanguageModel(RecurrentConfiguration(.lstm, vocabularySize: 6, features: 16, hidden: 64))
  }
  let optimizer = AdamW(model, learningRate: 0.01)
  for _ in 0..<25 {
    model.forEachPiece(of: texts, length: 30) { loss in
      model.zeroGradients()
      loss.backward()
      optimizer.step(clippingNormTo: 1)
    }
  }
  return model
}
