import FoundationEssentials

extension JSON {
  /// Reads JSON text.
  ///
  /// - Throws: `InvalidJSON`, which names the line, the column and what was wanted there.
  public init(parsing text: String) throws {
    var parser = JSONParser(bytes: Array(text.utf8))
    self = try parser.parse()
  }

  /// The JSON form of a value that can be encoded.
  public init(encoding value: some Encodable) throws {
    let data = try JSONEncoder().encode(value)
    var parser = JSONParser(bytes: Array(data))
    self = try parser.parse()
  }
}

/// Text that is not JSON, and where it stops being it.
public struct InvalidJSON: Error, Equatable, CustomStringConvertible {
  /// Counted from 1.
  public var line: Int
  /// Counted from 1, in UTF-8 bytes.
  public var column: Int
  /// What should have stood there.
  public var expectation: String

  public var description: String { "line \(line), column \(column): expected \(expectation)" }
}
