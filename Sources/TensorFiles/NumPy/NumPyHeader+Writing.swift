extension NumPyHeader {
  /// The start of a file in version 1.0, byte for byte as NumPy writes it.
  static func bytes(shape: [Int], descriptor: String) -> [UInt8] {
    let sizes = shape.map(String.init).joined(separator: ", ") + (shape.count == 1 ? "," : "")
    var text = "{'descr': '\(descriptor)', 'fortran_order': False, 'shape': (\(sizes)), }"
    // NumPy leaves room for the first size to grow to 21 digits, so that rows can be appended in place.
    if let first = shape.first { text += String(repeating: " ", count: 21 - String(first).count) }
    // Magic bytes, version and length are 10 bytes, the end of the line is one; the numbers begin at a multiple of 64.
    text += String(repeating: " ", count: 64 - (10 + text.utf8.count + 1) % 64) + "\n"
    let length = UInt16(text.utf8.count)
    return magic + [1, 0, UInt8(length & 0xFF), UInt8(length >> 8)] + Array(text.utf8)
  }
}
