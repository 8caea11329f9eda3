import Foundation

/// Writes bytes to a file that is removed at once after the test's look at it.
@discardableResult func withFile<Result>(_ bytes: [UInt8], _ body: (String) throws -> Result) throws -> Result {
  let path = NSTemporaryDirectory() + "corpus-\(UUID().uuidString).txt"
  try Data(bytes).write(to: URL(fileURLWithPath: path))
  defer { try? FileManager.default.removeItem(atPath: path) }
  return try body(path)
}
