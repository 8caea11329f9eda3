import TensorFiles
import Tensors

extension Module {
  /// Writes the numbers of all parameters to a file of safetensors, or in the place of one.
  ///
  ///     try model.save(to: "\(folder)/model.safetensors")
  ///
  /// A parameter that is used in two places is written once. Other programs read the file as they read PyTorch's.
  /// - Parameters:
  ///   - metadata: What the file says of itself.
  ///   - format: How the numbers are stored, if not as they are: `float16` or `bfloat16` take half the room and round.
  /// - Throws: `TensorFileError` if the file cannot be written.
  public func save(
    to path: String, metadata: [String: String] = ["format": "pt"], format: StoredFormat? = nil
  ) throws {
    try Tensor.save(state, to: path, metadata: metadata, format: format)
  }

  /// Puts the numbers from a file of safetensors, or from a folder with several, into all parameters.
  ///
  ///     try model.load(from: "\(folder)/model.safetensors")
  ///
  /// - Throws: `TensorFileError` if the file cannot be read, `StateError` if it does not fit the model. Nothing has
  ///   changed then.
  public func load(from path: String) throws { try load(Tensor.loadAll(path)) }
}
