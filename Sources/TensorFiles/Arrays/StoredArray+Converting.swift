extension StoredArray {
  /// Sees to it that the caller has room for exactly the numbers of this array.
  func checkRoom(_ room: Int) throws {
    guard room == count else { throw origin.error(.wrongRoom(room: room, shape: shape, count: count)) }
  }

  /// Reads all numbers, each by `convert`.
  @inline(__always)
  func copy<Stored: BitwiseCopyable, Element>(
    to destination: UnsafeMutableBufferPointer<Element>, _ convert: (Stored) throws -> Element
  ) throws {
    var position = 0
    try source.forEachPiece { piece in
      let count = piece.count / MemoryLayout<Stored>.stride
      for index in 0..<count {
        let stored = piece.loadUnaligned(fromByteOffset: index * MemoryLayout<Stored>.stride, as: Stored.self)
        destination.initializeElement(at: position + index, to: try convert(stored))
      }
      position += count
    }
  }

  /// Reads the numbers of any format whose every number is an `Int`, each by `convert`.
  @inline(__always)
  func copyIntegers<Element>(
    to destination: UnsafeMutableBufferPointer<Element>, _ convert: (Int) -> Element
  ) throws {
    switch format {
    case .int64: try copy(to: destination) { (value: Int64) in convert(Int(value)) }
    case .int32: try copy(to: destination) { (value: Int32) in convert(Int(value)) }
    case .int16: try copy(to: destination) { (value: Int16) in convert(Int(value)) }
    case .int8: try copy(to: destination) { (value: Int8) in convert(Int(value)) }
    case .uint32: try copy(to: destination) { (value: UInt32) in convert(Int(value)) }
    case .uint16: try copy(to: destination) { (value: UInt16) in convert(Int(value)) }
    case .uint8: try copy(to: destination) { (value: UInt8) in convert(Int(value)) }
    case .bool: try copy(to: destination) { (value: UInt8) in convert(value == 0 ? 0 : 1) }
    case .float64, .float32, .float16, .bfloat16, .uint64:
      throw origin.error(.wrongKind(stored: format, wanted: .integers))
    }
  }
}
