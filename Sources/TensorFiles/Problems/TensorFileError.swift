internal import Files
import Glibc

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

extension TensorFileError {
  /// The same facts as another error's, for a file of tensors.
  init(_ error: FileError) {
    let problem: TensorFileProblem =
      switch error.problem {
      case .cannotOpen(let code): .cannotOpen(code: code)
      case .cannotWrite(let code): .cannotWrite(code: code)
      case .notAFile(let isFolder): .notAFile(isFolder: isFolder)
      case .cannotRead(let code): .cannotRead(code: code)
      // Only what is read whole can be too long or no text, and tensors are not.
      case .tooLong, .notUTF8: .cannotRead(code: EFBIG)
      }
    self.init(file: error.path, problem)
  }
}
