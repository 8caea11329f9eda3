/// What front ends need to know about a language: its name, and how to colour and save its code.
public struct LanguageInfo: Codable, Sendable, Hashable {
  public var name: String
  public var version: String
  public var mimetype: String
  /// With its dot.
  public var fileExtension: String
  public var pygmentsLexer: String?
  public var codemirrorMode: String?
  public var nbconvertExporter: String?

  public init(
    name: String, version: String, mimetype: String, fileExtension: String, pygmentsLexer: String? = nil,
    codemirrorMode: String? = nil, nbconvertExporter: String? = nil
  ) {
    self.name = name
    self.version = version
    self.mimetype = mimetype
    self.fileExtension = fileExtension
    self.pygmentsLexer = pygmentsLexer
    self.codemirrorMode = codemirrorMode
    self.nbconvertExporter = nbconvertExporter
  }

  private enum CodingKeys: String, CodingKey {
    case name, version, mimetype
    case fileExtension = "file_extension"
    case pygmentsLexer = "pygments_lexer"
    case codemirrorMode = "codemirror_mode"
    case nbconvertExporter = "nbconvert_exporter"
  }
}
