/// What was wrong with a file of tensors: the facts. The words for people are its ``description``.
public enum TensorFileProblem: Error, Equatable, Sendable {
  // The file as such. A code is the system's error number.
  case cannotOpen(code: Int32)
  case cannotRead(code: Int32)
  case cannotWrite(code: Int32)
  case notAFile(isFolder: Bool)
  case shortened(from: Int, to: Int)

  // An array and what is asked of it.
  case impossibleShape([Int], StoredFormat)
  case sizeMismatch(shape: [Int], StoredFormat, wanted: Int, found: Int)
  case wrongKind(stored: StoredFormat, wanted: NumberKind)
  case integerTooLarge(about: Double)
  case wrongRoom(room: Int, shape: [Int], count: Int)
  case doesNotFitIntoMemory(shape: [Int], memory: Int)
  case wrongFormat(StoredFormat, numbers: StoredFormat)

  /// A header of safetensors.
  case header(HeaderProblem)
  /// A header of NumPy.
  case numPy(NumPyProblem)
  /// A folder with several files of safetensors.
  case folder(FolderProblem)

  // Names.
  case noSuchTensor(name: String, known: [String])
  case reservedName
  case notOneTensor(names: [String])
  case unknownKind

  /// The kind of number that was asked for.
  public enum NumberKind: String, Sendable {
    case floatingPoint = "floating point"
    case integers
    case truthValues = "truth values"
  }
}
