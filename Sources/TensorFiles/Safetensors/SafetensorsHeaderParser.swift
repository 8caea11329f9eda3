import Displays

/// Reads the JSON of a safetensors header; sees names and fields that stand twice, which a dictionary would hide.
struct SafetensorsHeaderParser {
  /// The file, for the words of errors.
  let path: String

  /// The entries in the order of the text, not yet checked against each other.
  func parse(_ bytes: [UInt8]) throws -> SafetensorsHeader {
    var parser = JSONParser(bytes: bytes)
    do {
      return try parseHeader(&parser)
    } catch let error as InvalidJSON {
      throw refused(.invalidJSON(line: error.line, column: error.column, expectation: error.expectation))
    }
  }

  private func parseHeader(_ parser: inout JSONParser) throws -> SafetensorsHeader {
    var entries: [SafetensorsEntry] = []
    var names: Set<String> = []
    var metadata: [String: String]?
    try parser.parseObject { name, parser in
      if name == SafetensorsHeader.metadataName {
        guard metadata == nil else { throw refused(.duplicateMetadata(key: nil)) }
        metadata = try parseMetadata(&parser)
      } else {
        guard names.insert(name).inserted else { throw refused(.duplicateName, name) }
        entries.append(try parseEntry(name, &parser))
      }
    }
    try parser.parseEnd()
    return SafetensorsHeader(entries: entries, metadata: metadata ?? [:])
  }

  private func parseMetadata(_ parser: inout JSONParser) throws -> [String: String] {
    var metadata: [String: String] = [:]
    try parser.parseObject { key, parser in
      let value = try parser.parseString(expecting: "a text in quotes, as every value of __metadata__")
      guard metadata.updateValue(value, forKey: key) == nil else { throw refused(.duplicateMetadata(key: key)) }
    }
    return metadata
  }

  private func parseEntry(_ name: String, _ parser: inout JSONParser) throws -> SafetensorsEntry {
    var format: StoredFormat?
    var shape: [Int]?
    var offsets: [Int]?
    try parser.parseObject { field, parser in
      switch field {
      case "dtype":
        guard format == nil else { throw refused(.duplicateField(field), name) }
        format = try parseFormat(name, &parser)
      case "shape":
        guard shape == nil else { throw refused(.duplicateField(field), name) }
        shape = try parseSizes(&parser)
      case "data_offsets":
        guard offsets == nil else { throw refused(.duplicateField(field), name) }
        offsets = try parseSizes(&parser)
        guard offsets?.count == 2 else { throw parser.failure("two offsets, where the tensor begins and ends") }
      default:
        // A later version of the format may say more of a tensor.
        _ = try parser.parseValue(depth: 2)
      }
    }
    guard let format else { throw refused(.missingField("dtype"), name) }
    guard let shape else { throw refused(.missingField("shape"), name) }
    guard let offsets else { throw refused(.missingField("data_offsets"), name) }
    guard offsets[0] <= offsets[1] else { throw refused(.reversedOffsets(begin: offsets[0], end: offsets[1]), name) }
    return SafetensorsEntry(name: name, format: format, shape: shape, range: offsets[0]..<offsets[1])
  }

  private func parseFormat(_ tensor: String, _ parser: inout JSONParser) throws -> StoredFormat {
    let name = try parser.parseString(expecting: "the name of a format in quotes")
    if let format = StoredFormat(safetensorsName: name) { return format }
    let isKnown = StoredFormat.unsupportedSafetensorsNames.contains(name)
    throw refused(isKnown ? .unsupportedFormat(name) : .unknownFormat(name), tensor)
  }

  private func parseSizes(_ parser: inout JSONParser) throws -> [Int] {
    var sizes: [Int] = []
    try parser.parseArray { parser in
      guard case .integer(let size) = try parser.parseValue(), size >= 0 else {
        throw parser.failure("a whole number from 0 to \(Int.max) before this place")
      }
      sizes.append(size)
    }
    return sizes
  }

  private func refused(_ problem: HeaderProblem, _ tensor: String? = nil) -> TensorFileError {
    TensorFileError(file: path, tensor: tensor, .header(problem))
  }
}
