/// A visible character for each byte, so that any bytes can be written as text: `Ġ` is a space.
///
/// Byte-level vocabularies are written in this alphabet. Printable bytes stand for themselves; the others take the
/// characters from U+0100 on. Source: GPT-2's `bytes_to_unicode`.
enum ByteAlphabet {
  /// The character for each byte.
  static let scalars: [Unicode.Scalar] = {
    var next: UInt32 = 0x100
    return (0...255).map { (byte: UInt32) in
      let isPrintable = (33...126).contains(byte) || (161...172).contains(byte) || (174...255).contains(byte)
      defer { if !isPrintable { next += 1 } }
      return Unicode.Scalar(isPrintable ? byte : next) ?? "?"
    }
  }()

  private static let bytes: [UInt8?] = {
    var bytes: [UInt8?] = Array(repeating: nil, count: 0x144)
    for (byte, scalar) in scalars.enumerated() { bytes[Int(scalar.value)] = UInt8(byte) }
    return bytes
  }()

  /// The byte that a character stands for, if it stands for one.
  static func byte(_ scalar: Unicode.Scalar) -> UInt8? {
    scalar.value < bytes.count ? bytes[Int(scalar.value)] : nil
  }

  /// The characters for the bytes of a text.
  static func written(_ bytes: some Sequence<UInt8>) -> String {
    var view = String.UnicodeScalarView()
    for byte in bytes { view.append(scalars[Int(byte)]) }
    return String(view)
  }
}
