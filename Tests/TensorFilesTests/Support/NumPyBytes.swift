@testable import TensorFiles

/// The bytes of a `.npy` file up to the end of a header with this text.
func npyBytes(_ text: String) -> [UInt8] {
  NumPyHeader.magic + [1, 0] + littleEndianBytes(UInt16(text.utf8.count)) + Array(text.utf8)
}
