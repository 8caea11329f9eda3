/// What a tensor can be made of: a number, or an array of numbers, or an array of such arrays, and so on.
public protocol NestedNumbers {
  /// Adds the numbers in row-major order and notes how long the arrays on each level are.
  func read(into reader: inout NestedNumbersReader, depth: Int)
}

/// Collects the numbers of nested arrays and finds out their shape.
public struct NestedNumbersReader {
  private(set) var numbers: [Double] = []
  private(set) var shape: [Int] = []
  /// Whether truth values were among the numbers.
  private(set) var holdsBools = false
  /// Whether a number has been reached, so that no further axis can appear.
  private var hasReachedNumbers = false

  /// Integers that a `Double` would round, and where they stand.
  private var largeIntegers: [(place: Int, number: Int)] = []

  /// Takes one number.
  public mutating func append(_ number: Double) {
    hasReachedNumbers = true
    numbers.append(number)
  }

  mutating func append(_ number: Int) {
    if number.magnitude > 1 << 53 { largeIntegers.append((numbers.count, number)) }
    append(Double(number))
  }

  /// The numbers as integers, to the last digit; `nil` if none of them needs more digits than a `Double` has.
  var integers: [Int]? {
    guard !largeIntegers.isEmpty, numbers.allSatisfy({ $0.magnitude <= 0x1p63 }) else { return nil }
    var integers = numbers.map { Int(exactly: $0.rounded(.towardZero)) ?? 0 }
    for (place, number) in largeIntegers { integers[place] = number }
    return integers
  }

  mutating func append(_ truth: Bool) {
    append(truth ? 1.0 : 0.0)
    holdsBools = true
  }

  /// Notes that an array of `count` parts begins at the given depth.
  mutating func beginArray(count: Int, depth: Int) {
    if depth == shape.count, !hasReachedNumbers {
      shape.append(count)
    } else if depth >= shape.count || shape[depth] != count {
      stop(.ragged(axis: depth, expected: depth < shape.count ? shape[depth] : 0, found: count))
    }
  }
}

extension Float: NestedNumbers {
  public func read(into reader: inout NestedNumbersReader, depth: Int) { reader.append(Double(self)) }
}

extension Double: NestedNumbers {
  public func read(into reader: inout NestedNumbersReader, depth: Int) { reader.append(self) }
}

extension Int: NestedNumbers {
  public func read(into reader: inout NestedNumbersReader, depth: Int) { reader.append(self) }
}

extension Bool: NestedNumbers {
  public func read(into reader: inout NestedNumbersReader, depth: Int) { reader.append(self) }
}

extension Array: NestedNumbers where Element: NestedNumbers {
  public func read(into reader: inout NestedNumbersReader, depth: Int) {
    reader.beginArray(count: count, depth: depth)
    for element in self { element.read(into: &reader, depth: depth + 1) }
  }
}
