/// Why a model folder could not be read or written: the file, and what was wrong with it.
public struct CheckpointError: Error, Equatable, Sendable {
  /// What was wrong.
  public enum Problem: Equatable, Sendable {
    /// The file is not there.
    case missing(wanted: String)
    /// The file is no JSON, or no object.
    case notJSON(reason: String)
    /// A setting is missing or of another kind.
    case field(String, found: String, wanted: String)
    /// A setting that would change what the model computes, and that this library does not have.
    case unsupported(String, value: String, supported: String)
    /// A setting that makes no model.
    case configuration(ConfigurationError)
    /// The sizes ask for more numbers than the weights hold.
    case tooLarge(wanted: Double, stored: Int)
    /// Tensors that the model needs.
    case missingTensors([String])
    /// A tensor of another shape than the model's.
    case shape(tensor: String, found: [Int], wanted: [Int])
    /// Weights that are rounded to few bits: what says so.
    case quantized(String)
    /// A layer has an adapter, but its weight belongs to another layer too.
    case sharedAdapter(layer: String)
    /// Another kind of model than was asked for.
    case task(String, found: String)
  }

  /// The file or the folder.
  public let file: String
  public let problem: Problem

  init(_ file: String, _ problem: Problem) {
    self.file = file
    self.problem = problem
  }
}
