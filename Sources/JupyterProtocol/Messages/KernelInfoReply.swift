/// What a kernel is and what it can do.
public struct KernelInfoReply: MessageContent {
  public static let messageType: MessageType = "kernel_info_reply"

  public var protocolVersion: String
  public var implementation: String
  public var implementationVersion: String
  public var languageInfo: LanguageInfo
  public var banner: String
  public var helpLinks: [HelpLink]
  public var supportedFeatures: [String]
  /// Deprecated, yet read by front ends: whether there is a debugger.
  public var debugger: Bool

  public init(
    protocolVersion: String, implementation: String, implementationVersion: String, languageInfo: LanguageInfo,
    banner: String, helpLinks: [HelpLink], supportedFeatures: [String], debugger: Bool
  ) {
    self.protocolVersion = protocolVersion
    self.implementation = implementation
    self.implementationVersion = implementationVersion
    self.languageInfo = languageInfo
    self.banner = banner
    self.helpLinks = helpLinks
    self.supportedFeatures = supportedFeatures
    self.debugger = debugger
  }

  private enum CodingKeys: String, CodingKey {
    case protocolVersion = "protocol_version"
    case implementation
    case implementationVersion = "implementation_version"
    case languageInfo = "language_info"
    case banner
    case helpLinks = "help_links"
    case supportedFeatures = "supported_features"
    case debugger
  }
}
