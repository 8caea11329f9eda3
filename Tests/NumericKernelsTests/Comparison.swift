import Foundation
import Testing

/// The distance between a float and the exact result, in units of the last place of the latter.
func ulps(_ value: Float, from exact: Double) -> Double {
  let rounded = Float(exact)
  if value.isNaN || rounded.isNaN { return value.isNaN && rounded.isNaN ? 0 : .infinity }
  if value.isInfinite || rounded.isInfinite {
    return value == rounded || abs(value) == .greatestFiniteMagnitude && rounded.isInfinite ? 0 : .infinity
  }
  return abs(Double(value) - exact) / Double(max(rounded.magnitude, .leastNormalMagnitude).ulp)
}

/// Expects each number to be within so many parts of a million of the exact one, or of 1 if that is smaller.
func expectClose(
  _ values: [Float], _ exact: [Double], millionths tolerance: Double = 1, _ comment: String = "",
  sourceLocation: SourceLocation = #_sourceLocation
) {
  #expect(values.count == exact.count, sourceLocation: sourceLocation)
  for (i, (value, exact)) in zip(values, exact).enumerated() {
    let isClose =
      exact.isNaN
      ? value.isNaN : Double(value) == exact || abs(Double(value) - exact) <= tolerance * 1e-6 * max(1, abs(exact))
    guard isClose else {
      Issue.record("\(comment) number \(i): \(value) instead of \(exact)", sourceLocation: sourceLocation)
      return
    }
  }
}

/// What a kernel writes to a place of that many numbers. It must not write beyond.
func output(
  _ count: Int, sourceLocation: SourceLocation = #_sourceLocation, _ kernel: (UnsafeMutablePointer<Float>) -> Void
) -> [Float] {
  let canary: Float = 12345.678
  var numbers = [Float](repeating: canary, count: count + 64)
  numbers.withUnsafeMutableBufferPointer { buffer in
    if let start = buffer.baseAddress { kernel(start) }
  }
  #expect(numbers[count...].allSatisfy { $0 == canary }, "written beyond the end", sourceLocation: sourceLocation)
  return Array(numbers.prefix(count))
}
