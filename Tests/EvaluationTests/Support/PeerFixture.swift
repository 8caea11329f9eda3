import Displays
import Foundation
import Testing

/// What another program made of small inputs; see `Fixtures/make.py`.
struct PeerFixture {
  let content: JSON

  init(_ name: String) throws {
    let file = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "Fixtures/\(name).json")
    content = try JSON(parsing: String(contentsOf: file, encoding: .utf8))
  }

  func list(_ name: String) throws -> [JSON] { try #require(content[name]?.arrayValue) }
}

extension JSON {
  func number(_ name: String) throws -> Double { try #require(self[name]?.doubleValue) }
  func text(_ name: String) throws -> String { try #require(self[name]?.stringValue) }
  func array(_ name: String) throws -> [JSON] { try #require(self[name]?.arrayValue) }
  var numbers: [Double] { (arrayValue ?? []).compactMap(\.doubleValue) }
  var strings: [String] { (arrayValue ?? []).compactMap(\.stringValue) }
}

func expectClose(
  _ value: Double, _ wanted: Double, within tolerance: Double = 1e-9, _ comment: Comment? = nil,
  at location: SourceLocation = #_sourceLocation
) {
  #expect(abs(value - wanted) <= tolerance, comment, sourceLocation: location)
}
