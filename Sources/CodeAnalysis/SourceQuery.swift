/// A place in a source text about which something is asked.
public struct SourceQuery: Codable, Hashable, Sendable {
  /// The whole text, such as the generated source of a cell.
  public var text: String
  /// The place as a UTF-8 offset from 0.
  public var offset: Int
  /// The compiler's arguments except the file: search paths, the module's name, language features.
  public var arguments: [String]
  /// The beginning of the names of modules that belong to the session; their symbols come first.
  public var sessionModulePrefix: String?

  /// Asks about a place in a text that is compiled with some arguments.
  public init(text: String, offset: Int, arguments: [String], sessionModulePrefix: String? = nil) {
    self.text = text
    self.offset = offset
    self.arguments = arguments
    self.sessionModulePrefix = sessionModulePrefix
  }
}
