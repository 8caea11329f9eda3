/// The table of contents at the start of a safetensors file.
///
/// Eight bytes tell its length, little-endian; then come that many bytes of JSON, an object with a member for each
/// tensor; the numbers of all tensors fill the rest of the file without a gap.
/// Format: "Format" in the README of github.com/huggingface/safetensors.
struct SafetensorsHeader: Sendable {
  /// The tensors in the order in which they lie in the file.
  var entries: [SafetensorsEntry]
  /// What `__metadata__` says.
  var metadata: [String: String]

  /// The longest header that is read, as in Python's `safetensors`.
  static let longest = 100_000_000
  /// The bytes before the JSON.
  static let lengthByteCount = 8
  /// The member that is no tensor.
  static let metadataName = "__metadata__"
}
