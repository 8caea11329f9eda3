import Displays
import Foundation
import Tensors

/// Where words and values go: values to the standard output, words to the standard error.
enum Output {
  /// A line on the standard output.
  static func line(_ text: String) { write(text + "\n") }

  /// Text on the standard output, at once.
  static func write(_ text: String) { FileHandle.standardOutput.write(Data(text.utf8)) }

  /// A line on the standard error.
  static func note(_ text: String) { FileHandle.standardError.write(Data((text + "\n").utf8)) }

  /// A value on a line of the standard output.
  static func json(_ value: JSON) { line(value.text) }
}

extension JSON {
  /// A number as short as it can be without being another `Float`.
  init(_ number: Float) { self = .number(Double(number.description) ?? Double(number)) }

  /// The numbers of a tensor, as lists in lists.
  init(_ tensor: Tensor) {
    guard let length = tensor.shape.first else {
      self = JSON(tensor.item)
      return
    }
    guard tensor.rank > 1 else {
      self = .array(tensor.floats.map { JSON($0) })
      return
    }
    self = .array((0..<length).map { JSON(tensor[$0]) })
  }
}
