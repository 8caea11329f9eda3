/// Where the norms of a transformer's blocks stand.
public enum NormPlacement: String, Sendable, Codable {
  /// Before each part: x + part(norm(x)). Deep models learn more easily so; GPT-2 and Llama have it.
  case before
  /// After each sum: norm(x + part(x)), as in the first transformers and BERT.
  case after
}
