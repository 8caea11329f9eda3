// mistake: the targets are not shifted: the model learns to repeat the letter that it reads.
// caught by: firstVowel, consonants
import Glassbox

func learnLetters(_ texts: Tensor) -> RecurrentLanguageModel {
  let model = withRandomness(seed: 1) {
    RecurrentLanguageModel(RecurrentConfiguration(.gru, vocabularySize: 6, features: 6, hidden: 20))
  }
  let optimizer = AdamW(model, learningRate: 0.02)
  for _ in 0..<150 {
    model.zeroGradients()
    crossEntropy(model.logits(texts, cache: nil), texts).backward()
    optimizer.step(clippingNormTo: 1)
  }
  return model
}
