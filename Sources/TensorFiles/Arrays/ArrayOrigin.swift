/// Where an array comes from, as far as it is known.
struct ArrayOrigin: Sendable {
  var file: String?
  var tensor: String?

  func error(_ problem: TensorFileProblem) -> TensorFileError {
    TensorFileError(file: file, tensor: tensor, problem)
  }
}
