extension HeaderProblem: CustomStringConvertible {
  public var description: String {
    switch self {
    case .fileTooShort(let byteCount):
      "A safetensors file begins with 8 bytes that tell the length of its header; this one has \(byteCount). "
        + "Was it copied or downloaded whole?"
    case .archive:
      "This is an archive, as torch.save writes it to .pt and .bin, and such a file can run code when it is read. Write the "
        + "numbers with safetensors.torch.save_file(model.state_dict(), \"model.safetensors\")."
    case .tooLong(let byteCount, let limit):
      "The header has a length of \(byteCount) bytes, and at most \(limit) are allowed. "
        + "Perhaps this is no safetensors file."
    case .beyondEnd(let byteCount, let available):
      "The header has a length of \(byteCount) bytes, and only \(available) follow. "
        + "The file was not copied or downloaded whole, or it is no safetensors file."
    case .notUTF8: "The header is not text in UTF-8."
    case .wrongStart(let byte):
      "The header begins with \(byte.map { "the byte 0x\(String($0, radix: 16))" } ?? "nothing"), and must with '{'. "
        + "Perhaps this is no safetensors file."
    case .invalidJSON(let line, let column, let expectation):
      "The header is not as safetensors wants it, in line \(line), column \(column): expected \(expectation.shortened)."
    case .duplicateName: "The header has two tensors of this name."
    case .duplicateField(let field): "The header tells '\(field)' of this tensor twice."
    case .missingField(let field): "The header does not tell '\(field)' of this tensor."
    case .duplicateMetadata(let key):
      key.map { "The header has '\($0.shortened)' twice in __metadata__." } ?? "The header has two __metadata__."
    case .unknownFormat(let name):
      "The dtype is '\(name.shortened)', and must be one of "
        + StoredFormat.safetensorsOrder.map(\.safetensorsName).joined(separator: ", ") + "."
    case .unsupportedFormat(let name):
      "The dtype is \(name), which is not read here. Convert the tensor to F16 or F32 with the program that wrote it."
    case .reversedOffsets(let begin, let end): "The tensor begins at \(begin) and ends before that, at \(end)."
    case .offsetsBeyondEnd(let end, let available):
      "The tensor ends at byte \(end) of the numbers, and there are only \(available). "
        + "Was the file copied or downloaded whole?"
    case .overlap(let other, let from, let to):
      "The bytes \(from) to \(to) of the numbers belong to this tensor and to '\(other.shortened)' as well."
    case .hole(let from, let to): "The bytes \(from) to \(to) of the numbers, just before this tensor, belong to none."
    case .trailingBytes(let from, let to):
      "The bytes \(from) to \(to) of the numbers, the last ones, belong to no tensor."
    }
  }
}
