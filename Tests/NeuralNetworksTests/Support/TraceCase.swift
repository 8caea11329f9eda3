import Foundation
import PyTorchFixtures
import Tensors

/// A case that is no call of one operation: steps of an optimizer, rates of a schedule, clipped gradients.
struct TraceCase: Decodable, Sendable, CustomStringConvertible {
  struct Group: Decodable, Sendable {
    let parameters: [String]
    let arguments: [String: FixtureArgument]
  }

  struct Step: Decodable, Sendable {
    let gradients: [String: FixtureTensor]
    /// What they are after the step.
    let parameters: [String: FixtureTensor]
  }

  let name: String
  let operation: String
  let arguments: [String: FixtureArgument]
  let inputs: [String: FixtureTensor]?
  let outputs: [String: FixtureTensor]?
  let groups: [Group]?
  let initial: [String: FixtureTensor]?
  let steps: [Step]?
  /// The learning rate of each step, if it is not the same.
  let rates: [Double]?

  var description: String { name }

  /// The cases of some operations, or all of a file.
  static func cases(of group: String, _ operations: String...) -> [TraceCase] {
    struct File: Decodable {
      let cases: [TraceCase]
    }
    let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    // A file that cannot be read shows as a test without any case, which the test counts.
    let data = try? Data(contentsOf: folder.appending(path: "Fixtures/PyTorch/\(group).json"))
    let all = data.flatMap { try? JSONDecoder().decode(File.self, from: $0) }?.cases ?? []
    return operations.isEmpty ? all : all.filter { operations.contains($0.operation) }
  }

  func number(_ key: String, _ standard: Double = 0) -> Double { arguments[key]?.number ?? standard }
  func count(_ key: String) -> Int { arguments[key]?.int ?? 0 }
  func isTrue(_ key: String) -> Bool { arguments[key]?.truth ?? false }
}
