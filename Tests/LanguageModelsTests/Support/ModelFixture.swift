import Displays
import Foundation
import Testing

@testable import LanguageModels
@testable import Tensors

/// A tiny model folder that `transformers` saved, and what it makes of some tokens; see `Fixtures/make.py`.
struct ModelFixture: CustomTestStringConvertible {
  static let folders = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "Fixtures/folders").path
  let folder: String
  private let expected: JSON

  init(_ name: String, in folders: String = Self.folders) throws {
    folder = "\(folders)/\(name)"
    expected = try JSON(parsing: String(contentsOfFile: "\(folder)/expected.json", encoding: .utf8))
  }

  var testDescription: String { (folder as NSString).lastPathComponent }

  func numbers(_ name: String) throws -> Tensor {
    let entry = try #require(expected[name])
    let shape = try #require(entry["shape"]?.arrayValue).compactMap(\.integerValue)
    return Tensor(try #require(entry["values"]?.arrayValue).compactMap(\.doubleValue).map { Float($0) }, shape: shape)
  }

  func ids(_ name: String) throws -> [[Int]] {
    try #require(expected[name]?.arrayValue).map { try #require($0.arrayValue).compactMap(\.integerValue) }
  }

  func table(_ name: String) throws -> Tensor {
    let rows = try ids(name)
    return Tensor(indices: rows.flatMap { $0 }).reshaped(to: [rows.count, rows[0].count])
  }

  var greedy: [Int] {
    get throws { try #require(expected["greedy"]?.arrayValue).compactMap(\.integerValue) }
  }
}

/// Expects numbers to be equal but for a share of the largest one.
func expectClose(
  _ found: Tensor, _ wanted: Tensor, relative: Float = 1e-4, sourceLocation: SourceLocation = #_sourceLocation
) {
  guard found.shape == wanted.shape else {
    Issue.record("shape \(found.shape), wanted \(wanted.shape)", sourceLocation: sourceLocation)
    return
  }
  let scale = abs(wanted).max().item
  let difference = abs(found - wanted).max().item
  #expect(difference <= relative * scale, "differs by \(difference) of \(scale)", sourceLocation: sourceLocation)
}

/// A folder that is gone when the test ends.
final class TemporaryFolder {
  let path: String

  init() throws {
    path = NSTemporaryDirectory() + "models-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  /// A copy of a fixture's folder, to be spoilt.
  func copy(_ fixture: ModelFixture) throws -> String {
    let copy = "\(path)/model"
    try FileManager.default.copyItem(atPath: fixture.folder, toPath: copy)
    return copy
  }
}
