/// Why a file of tensors, or one tensor of it, could not be read or written.
public struct TensorFileError: Error, Equatable {
  /// The file, if it is about one.
  public var file: String?
  /// The name of the tensor, if it is about one of several.
  public var tensor: String?
  /// What was found, and what was wanted.
  public var problem: TensorFileProblem

  init(file: String?, tensor: String? = nil, _ problem: TensorFileProblem) {
    self.file = file
    self.tensor = tensor
    self.problem = problem
  }
}
