import LanguageModels
import NeuralNetworks
import Tensors

/// A language model in which blocks, one after the other, add to a stream of features that a head reads at the end.
///
/// The views into a model need this: they look at the stream between two blocks. ``GPT`` and ``Llama`` are such models.
public protocol LayeredLanguageModel: CausalLanguageModel {
  /// What adds to the stream. Block number i goes by the name `blocks.i`.
  var blocks: [TransformerBlock] { get }

  /// The scores of all tokens that the head reads from the stream. `[…, features]` to `[…, vocabulary]`
  func scores(ofStream stream: Tensor) -> Tensor
}

extension GPT: LayeredLanguageModel {
  public func scores(ofStream stream: Tensor) -> Tensor { head(norm(stream)) }
}

extension Llama: LayeredLanguageModel {
  public func scores(ofStream stream: Tensor) -> Tensor { head(norm(stream)) }
}

extension CausalLanguageModel {
  /// What the parts of the model give for one text, nothing being learned or dropped out.
  func inside(_ tokens: [Int]) -> Capture {
    capturing { _ = evaluating { logits(Tensor(indices: tokens).unsqueezed(0), cache: nil) } }
  }
}
