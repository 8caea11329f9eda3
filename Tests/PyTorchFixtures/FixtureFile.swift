import Foundation

/// A file of cases that PyTorch has computed; `Tests/Fixtures/PyTorch/make.py` writes it.
package struct FixtureFile: Decodable, Sendable {
  /// Which program made the file, and which versions of what it used.
  package let maker: String
  package let versions: [String: String]
  package let cases: [FixtureCase]

  /// All cases of a group, such as `elementwise`.
  package static func cases(of group: String) throws -> [FixtureCase] { try FixtureFile(group: group).cases }

  package init(group: String) throws {
    self = try JSONDecoder().decode(FixtureFile.self, from: FixtureFile.data(group: group))
  }

  static func data(group: String) throws -> Data {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    return try Data(contentsOf: folder.appending(path: "Fixtures/PyTorch/\(group).json"))
  }
}
