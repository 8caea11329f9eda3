extension StoredArray {
  /// Reads all numbers, whatever their format, as `Element`.
  func convert<Element: ReadNumber>(to destination: UnsafeMutableBufferPointer<Element>) throws {
    switch format {
    case .float64: try convert(from: Double.self, to: destination)
    case .float32: try convert(from: Float.self, to: destination)
    case .float16: try convert(from: Half.self, to: destination)
    case .bfloat16: try convert(from: BFloat16.self, to: destination)
    case .int64: try convert(from: Int64.self, to: destination)
    case .int32: try convert(from: Int32.self, to: destination)
    case .int16: try convert(from: Int16.self, to: destination)
    case .int8: try convert(from: Int8.self, to: destination)
    case .uint64: try convert(from: UInt64.self, to: destination)
    case .uint32: try convert(from: UInt32.self, to: destination)
    case .uint16: try convert(from: UInt16.self, to: destination)
    case .uint8: try convert(from: UInt8.self, to: destination)
    case .bool: try convert(from: StoredBool.self, to: destination)
    }
  }

  private func convert<Stored: StoredNumber, Element: ReadNumber>(
    from type: Stored.Type, to destination: UnsafeMutableBufferPointer<Element>
  ) throws {
    var rest = destination[...]
    do {
      try source.forEachPiece { piece in
        try piece.withMemoryRebound(to: Stored.self) { numbers in
          let part = UnsafeMutableBufferPointer(rebasing: rest.prefix(numbers.count))
          for index in numbers.indices { part[index] = try Element(stored: numbers[index]) }
          rest = rest.dropFirst(numbers.count)
        }
      }
    } catch let problem as TensorFileProblem {
      throw origin.error(problem)
    }
  }
}
