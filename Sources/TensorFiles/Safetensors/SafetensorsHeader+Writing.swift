import Displays

extension SafetensorsHeader {
  /// The start of a file with these tensors, one after the other: the length and the JSON, filled up with spaces so that
  /// the numbers begin at a multiple of 8.
  /// - Throws: `TensorFileError` if a tensor has the name `__metadata__`, or the header is longer than readers take.
  static func bytes(
    for tensors: [(name: String, array: StoredArray)], metadata: [String: String], path: String
  ) throws -> [UInt8] {
    var json = Array("{".utf8)
    if !metadata.isEmpty {
      write(metadataName, to: &json, isFirst: true)
      json += "{".utf8
      let texts = metadata.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
      for (position, text) in texts.enumerated() {
        write(text.key, to: &json, isFirst: position == 0)
        JSON.write(text.value, to: &json)
      }
      json += "}".utf8
    }
    var offset = 0
    for (position, tensor) in tensors.enumerated() {
      guard tensor.name != metadataName else { throw TensorFileError(file: path, tensor: tensor.name, .reservedName) }
      write(tensor.name, to: &json, isFirst: position == 0 && metadata.isEmpty)
      let end = offset + tensor.array.byteCount
      let shape = tensor.array.shape.map(String.init).joined(separator: ",")
      json += #"{"dtype":"\#(tensor.array.format.safetensorsName)","shape":[\#(shape)],"#.utf8
      json += #""data_offsets":[\#(offset),\#(end)]}"#.utf8
      offset = end
    }
    json += "}".utf8
    json += Array(repeating: UInt8(ascii: " "), count: (8 - json.count % 8) % 8)
    guard json.count <= longest else {
      throw TensorFileError(file: path, .header(.tooLong(byteCount: UInt64(json.count), limit: longest)))
    }
    return Swift.withUnsafeBytes(of: UInt64(json.count).littleEndian, Array.init) + json
  }

  private static func write(_ name: String, to json: inout [UInt8], isFirst: Bool) {
    if !isFirst { json += ",".utf8 }
    JSON.write(name, to: &json)
    json += ":".utf8
  }
}
