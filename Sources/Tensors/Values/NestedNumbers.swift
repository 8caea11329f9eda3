/// A number, an array of numbers, an array of arrays of numbers, and so on: what a ``Tensor`` can be made of.
public protocol NestedNumbers {
  /// Hands the numbers to the reader, in order.
  func read(into reader: inout NestedNumbersReader, depth: Int)
}

/// Collects the numbers of nested arrays and finds out the shape on the way.
public struct NestedNumbersReader {
  private(set) var elements: [Float] = []
  private(set) var shape: [Int] = []
  /// Whether a number has been reached, so that no further axis can appear.
  private var hasReachedNumbers = false

  /// Takes one number.
  public mutating func append(_ number: Float) {
    hasReachedNumbers = true
    elements.append(number)
  }

  /// Notes that an array of `count` parts begins at the given depth.
  mutating func beginArray(count: Int, depth: Int) {
    if depth == shape.count, !hasReachedNumbers {
      shape.append(count)
    } else if depth >= shape.count || shape[depth] != count {
      stop(.ragged(axis: depth, expected: depth < shape.count ? shape[depth] : 0, found: count))
    }
  }

  mutating func append(contentsOf numbers: [Float]) {
    hasReachedNumbers = true
    elements += numbers
  }
}

extension Float: NestedNumbers {
  public func read(into reader: inout NestedNumbersReader, depth: Int) { reader.append(self) }
}

extension Double: NestedNumbers {
  public func read(into reader: inout NestedNumbersReader, depth: Int) { reader.append(Float(self)) }
}

extension Int: NestedNumbers {
  public func read(into reader: inout NestedNumbersReader, depth: Int) { reader.append(Float(self)) }
}

extension Array: NestedNumbers where Element: NestedNumbers {
  public func read(into reader: inout NestedNumbersReader, depth: Int) {
    reader.beginArray(count: count, depth: depth)
    if let numbers = self as? [Float] {
      reader.append(contentsOf: numbers)
    } else {
      for element in self { element.read(into: &reader, depth: depth + 1) }
    }
  }
}
