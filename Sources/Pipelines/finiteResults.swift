import LanguageModels
import NeuralNetworks
import Tensors

/// Computes without gradients, and says what has spoilt the model if a result is infinite or NaN.
func finiteResults(
  of model: any Module, _ compute: () -> [Tensor]
) throws(PipelineError) -> [Tensor] {
  let results = evaluating(compute)
  do { try model.checkFinite(results, "the model") { compute()[0] } } catch { throw .nonFinite(error) }
  return results
}
