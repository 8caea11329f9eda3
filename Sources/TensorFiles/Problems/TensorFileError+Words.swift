internal import Files

extension TensorFileError: CustomStringConvertible {
  public var description: String {
    let place = [file, tensor.map { "tensor '\($0.shortened)'" }].compactMap { $0 }.joined(separator: ", ")
    return (place.isEmpty ? "" : "\(place): ") + problem.description + advice
  }

  private var advice: String {
    guard case .cannotOpen = problem, file?.hasPrefix("~") == true else { return "" }
    return " A path is taken as it is: write out the home folder instead of '~'."
  }
}

extension TensorFileProblem: CustomStringConvertible {
  public var description: String {
    switch self {
    case .cannotOpen(let code): "The file cannot be opened: \(Self.reason(code))."
    case .cannotRead(let code): "The file cannot be read: \(Self.reason(code))."
    case .cannotWrite(let code):
      "The file cannot be written: \(Self.reason(code)). If there was one of that name, it is as it was."
    case .notAFile(let isFolder):
      isFolder ? "This is a folder, and a file is needed." : "This is a pipe or a device, and a file is needed."
    case .shortened(let before, let now):
      "The file has been shortened since it was opened, from \(before) to \(now) bytes. Open it again."
    case .impossibleShape(let shape, let format):
      "The shape \(shape.shortened) of \(format) asks for more bytes than a machine can count, or has a negative size."
    case .sizeMismatch(let shape, let format, let wanted, let found):
      "The shape \(shape.shortened) of \(format) needs \(wanted) bytes, and there are \(found)."
    case .wrongKind(let stored, let wanted): Self.wrongKind(stored, wanted)
    case .integerTooLarge(let value):
      "An integer, about \(value), is above the largest Int, \(Int.max). Read the numbers with doubles(), which rounds them."
    case .wrongRoom(let room, let shape, let count):
      "There is room for \(room) numbers, and the shape \(shape.shortened) has \(count). Give room for exactly as many."
    case .doesNotFitIntoMemory(let shape, let memory):
      "The numbers of the shape \(shape.shortened) do not fit into memory: this machine has \(memory / 1_000_000_000) GB."
    case .wrongFormat(let format, let numbers):
      "Numbers that are stored as \(numbers) cannot be stored as \(format). Convert the tensor first, or leave the format out."
    case .header(let problem): problem.description
    case .numPy(let problem): problem.description
    case .folder(let problem): problem.description
    case .noSuchTensor(let name, let known): Self.noSuchTensor(name, known)
    case .reservedName:
      "A tensor cannot have the name __metadata__, which safetensors keeps for texts. Use another one."
    case .notOneTensor(let names):
      names.isEmpty
        ? "There is no tensor in the file."
        : "There are \(names.count) tensors in the file; say which one by its name, for instance '\(names[0].shortened)'."
    case .unknownKind: "The kind of file is told by the end of its name, which is .npy or .safetensors."
    }
  }

  private static func reason(_ code: Int32) -> String {
    SystemReason(code: code).description
  }

  private static func wrongKind(_ stored: StoredFormat, _ wanted: NumberKind) -> String {
    let advice =
      switch wanted {
      case .integers: "Use floats() or doubles(), and round the numbers if they are meant to be whole."
      case .floatingPoint: "Take one of the formats float64, float32, float16 and bfloat16."
      case .truthValues: "Use floats() or ints(), and compare the numbers with 0."
      }
    return "The format is \(stored), and \(wanted.rawValue) were asked for. \(advice)"
  }

  private static func noSuchTensor(_ name: String, _ known: [String]) -> String {
    guard !known.isEmpty else { return "There is no tensor '\(name.shortened)'; there are none at all." }
    // A name is most often wrong in front: 'wte.weight' for 'transformer.wte.weight'.
    let similar = known.filter { $0.hasSuffix(name) || name.hasSuffix($0) || $0.lowercased() == name.lowercased() }
    let list = (similar.isEmpty ? known : similar).prefix(5).map { "'\($0.shortened)'" }.joined(separator: ", ")
    let rest = similar.isEmpty && known.count > 5 ? ", …" : ""
    return "There is no tensor '\(name.shortened)'. "
      + (similar.isEmpty ? "There are \(known.count): \(list)\(rest)." : "Did you mean \(list)?")
  }
}
