/// How the weights that make queries, keys and values are kept.
public enum AttentionProjections: String, Sendable, Codable, CaseIterable {
  /// Under each other in one parameter, as in GPT-2 and PyTorch: one product makes all three.
  case packed
  /// In three parameters, as in BERT and Llama.
  case separate
}
