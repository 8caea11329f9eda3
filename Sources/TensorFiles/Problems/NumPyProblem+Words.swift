extension NumPyProblem: CustomStringConvertible {
  public var description: String {
    switch self {
    case .notNumPy(let start):
      "A .npy file begins with the bytes 93 4e 55 4d 50 59 and a version; this one begins with "
        + (start.isEmpty ? "nothing" : start.map { String($0, radix: 16) }.joined(separator: " "))
        + ". An .npz file is a folder of several: unpack it first."
    case .unknownVersion(let major, let minor):
      "The file has version \(major).\(minor) of the format, and only 1.0, 2.0 and 3.0 are known."
    case .headerTooLong(let byteCount, let limit):
      "The header has a length of \(byteCount) bytes, and at most \(limit) are read."
    case .headerBeyondEnd(let byteCount, let available):
      "The header has a length of \(byteCount) bytes, and only \(available) follow. Was the file copied whole?"
    case .invalidHeader(let column, let expectation):
      "The header is not as NumPy writes it, in column \(column): expected \(expectation)."
    case .unknownKey(let key):
      "The header has '\(key.shortened)', and only 'descr', 'fortran_order' and 'shape' have a meaning."
    case .duplicateKey(let key): "The header has '\(key)' twice."
    case .missingKey(let key): "The header does not have '\(key)'."
    case .structuredFormat:
      "The array holds records with several fields, which are not read. Save each field as an array of its own."
    case .unsupportedFormat(let name):
      "The array is of NumPy's type '\(name.shortened)': \(Self.kind(of: name)). "
        + "Save it with astype('float32') or another type of number."
    case .dataSize(let wanted, let found):
      found < wanted
        ? "The shape needs \(wanted) bytes, and only \(found) follow the header. Was the file copied whole?"
        : "The shape needs \(wanted) bytes, and \(found) follow the header. Save each array to a file of its own."
    case .cannotStore(let format): "A .npy file cannot hold \(format). Use float32, or a safetensors file."
    case .tooManyAxes(let count, let limit): "The array has \(count) axes, and NumPy reads at most \(limit)."
    }
  }

  private static func kind(of name: String) -> String {
    switch name.first(where: \.isLetter) {
    case "O": "Python objects, which can run code when they are read"
    case "c": "complex numbers are not read"
    case "S", "U", "a": "texts are not read"
    case "M", "m": "dates and times are not read"
    case "V": "bytes of unknown meaning are not read"
    default: "it is not read"
    }
  }
}
