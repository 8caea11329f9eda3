import Displays

/// Which tensor lies in which file of a folder: `model.safetensors.index.json`, an object whose member `weight_map`
/// has the name of a file for the name of each tensor.
struct SafetensorsIndex {
  let path: String
  /// The names of the tensors of each file.
  let tensors: [String: [String]]

  /// The longest index that is read.
  static let longest = SafetensorsHeader.longest

  /// - Throws: `TensorFileError` if the file is no such index, a tensor stands twice, or the name of a shard is more than
  ///   the name of a file in the same folder.
  init(path: String) throws {
    let file = try OpenFile(path: path)
    guard file.byteCount <= Self.longest else {
      throw TensorFileError(file: path, .folder(.indexTooLong(byteCount: file.byteCount, limit: Self.longest)))
    }
    var parser = JSONParser(bytes: try file.bytes(in: 0..<file.byteCount))
    var tensors: [String: [String]]?
    do {
      try parser.parseObject { member, parser in
        guard member == "weight_map" else {
          _ = try parser.parseValue(depth: 1)
          return
        }
        guard tensors == nil else { throw parser.failure("one weight_map") }
        tensors = try Self.parseMap(&parser, path: path)
      }
      try parser.parseEnd()
    } catch let error as InvalidJSON {
      throw TensorFileError(
        file: path,
        .folder(.invalidIndex(line: error.line, column: error.column, expectation: error.expectation)))
    }
    guard let tensors else { throw TensorFileError(file: path, .folder(.noWeightMap)) }
    self.path = path
    self.tensors = tensors
  }

  private static func parseMap(_ parser: inout JSONParser, path: String) throws -> [String: [String]] {
    var tensors: [String: [String]] = [:]
    var names: Set<String> = []
    try parser.parseObject { name, parser in
      let shard = try parser.parseString(expecting: "the name of a file in quotes")
      guard names.insert(name).inserted else {
        throw TensorFileError(file: path, tensor: name, .folder(.duplicateName))
      }
      guard isPlainName(shard) else {
        throw TensorFileError(file: path, tensor: name, .folder(.unsafeShardName(shard)))
      }
      tensors[shard, default: []].append(name)
    }
    return tensors
  }

  /// Whether a name can only mean a file in the folder itself.
  private static func isPlainName(_ name: String) -> Bool {
    !name.isEmpty && name != "." && name != ".." && !name.utf8.contains { $0 == UInt8(ascii: "/") || $0 == 0 }
  }
}
