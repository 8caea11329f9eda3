import Displays
import Foundation
import Tensors
import Testing

/// A file of cases that PyTorch has computed; see the README beside the files.
struct PyTorchFixture {
  let cases: [PyTorchCase]

  init(_ group: String) throws {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "Fixtures/PyTorch")
    let text = try String(contentsOf: folder.appending(path: "\(group).json"), encoding: .utf8)
    cases = try JSON(parsing: text)["cases"]?.arrayValue?.map(PyTorchCase.init) ?? []
  }

  /// The cases of some operations.
  static func cases(of group: String, _ operations: String...) -> [PyTorchCase] {
    let all = (try? PyTorchFixture(group))?.cases ?? []
    return operations.isEmpty ? all : all.filter { operations.contains($0.operation) }
  }
}

/// One operation with what it was given and what came of it.
struct PyTorchCase: Sendable, CustomTestStringConvertible {
  let json: JSON

  init(_ json: JSON) { self.json = json }

  var name: String { json["name"]?.stringValue ?? "" }
  var operation: String { json["operation"]?.stringValue ?? "" }
  var arguments: JSON { json["arguments"] ?? [:] }
  var inputs: [String: Tensor] { tensors("inputs") }
  var parameters: [String: Tensor] { tensors("parameters") }
  var outputs: [String: Tensor] { tensors("outputs") }
  var cotangents: [String: Tensor] { tensors("cotangents") }
  var gradients: [String: Tensor] { tensors("gradients") }
  var testDescription: String { name }

  func tensors(_ key: String) -> [String: Tensor] { json[key]?.tensors ?? [:] }
}

extension JSON {
  /// Tensors by name.
  var tensors: [String: Tensor] { (objectValue ?? [:]).compactMapValues(\.tensor) }

  /// `{"shape", "dtype", "data"}` as a tensor, with its axes in the order of `permutation`, if there is one.
  var tensor: Tensor? {
    guard let shape = self["shape"]?.arrayValue?.compactMap(\.integerValue), let data = self["data"]?.arrayValue else {
      return nil
    }
    let dtype: DType =
      switch self["dtype"]?.stringValue {
      case "float64": .double
      case "int64": .int
      case "bool": .bool
      default: .float
      }
    let tensor = Tensor(data.map(\.number), shape: shape, dtype: dtype)
    guard let order = self["permutation"]?.arrayValue?.compactMap(\.integerValue) else { return tensor }
    return tensor.permuted(order)
  }

  /// A number, a truth value, or one of the words for what JSON has no number for.
  var number: Double {
    switch self {
    case .boolean(let value): value ? 1 : 0
    case .string("inf"): .infinity
    case .string("-inf"): -.infinity
    case .string: .nan
    default: doubleValue ?? .nan
    }
  }
}
