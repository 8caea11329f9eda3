/// What front ends are told about a language and its kernel.
public struct LanguageInformation: Sendable {
  /// The language's name in lower case, such as `swift`.
  public var name: String
  /// The language's version.
  public var version: String
  public var mimetype: String
  /// With its dot.
  public var fileExtension: String
  /// The name of the language in Pygments, which colours it in exported notebooks.
  public var pygmentsLexer: String?
  /// The name of the language in CodeMirror, which colours it in the editor.
  public var codemirrorMode: String?
  public var nbconvertExporter: String?
  /// The kernel's own name.
  public var implementation: String
  public var implementationVersion: String
  /// What a console shows at its start.
  public var banner: String
  public var helpLinks: [HelpLink]

  public init(
    name: String, version: String, mimetype: String, fileExtension: String, pygmentsLexer: String? = nil,
    codemirrorMode: String? = nil, nbconvertExporter: String? = nil, implementation: String,
    implementationVersion: String, banner: String, helpLinks: [HelpLink] = []
  ) {
    self.name = name
    self.version = version
    self.mimetype = mimetype
    self.fileExtension = fileExtension
    self.pygmentsLexer = pygmentsLexer
    self.codemirrorMode = codemirrorMode
    self.nbconvertExporter = nbconvertExporter
    self.implementation = implementation
    self.implementationVersion = implementationVersion
    self.banner = banner
    self.helpLinks = helpLinks
  }
}
