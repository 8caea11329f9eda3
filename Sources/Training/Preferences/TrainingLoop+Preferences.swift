import LanguageModels
import NeuralNetworks
import Tensors

extension TrainingLoop where Batch == PreferenceBatch {
  /// Teaches a language model which answers are preferred, by ``dpoLoss(chosen:rejected:referenceChosen:referenceRejected:beta:)``.
  ///
  /// - Parameters:
  ///   - reference: The model as it was before. It does not learn.
  ///   - beta: How much is at stake: the smaller, the further the model may go from the reference.
  public convenience init(
    _ model: some CausalLanguageModel, reference: some CausalLanguageModel, optimizer: Optimizer, beta: Double = 0.1,
    settings: TrainingSettings, batch: @escaping (_ number: Int) -> PreferenceBatch
  ) {
    self.init(
      model, optimizer: optimizer, settings: settings, batch: batch, targetCount: { $0.chosen.inputs.shape[0] },
      loss: { batch in
        let (chosen, rejected) = evaluating {
          (logProbabilities(of: batch.chosen, by: reference), logProbabilities(of: batch.rejected, by: reference))
        }
        return dpoLoss(
          chosen: logProbabilities(of: batch.chosen, by: model),
          rejected: logProbabilities(of: batch.rejected, by: model), referenceChosen: chosen,
          referenceRejected: rejected,
          beta: beta)
      })
  }
}
