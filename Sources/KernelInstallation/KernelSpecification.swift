import Foundation

/// The contents of a `kernel.json`: how Jupyter starts the kernel and what it may expect of it.
public struct KernelSpecification: Codable, Sendable, Equatable {
  /// The command, with `{connection_file}` where Jupyter puts the path of the connection file.
  public var argv: [String]
  public var displayName: String
  public var language: String
  /// `message`: Jupyter interrupts with a message on the control channel, which also reaches a remote kernel.
  public var interruptMode: String
  public var kernelProtocolVersion: String
  /// Environment variables of the kernel's process.
  public var environment: [String: String]
  public var metadata: Metadata

  public struct Metadata: Codable, Sendable, Equatable {
    /// Marks the specification as ours. `nil` in one that another program has written.
    public var glassbox: Origin?
    /// `["curve"]` if the kernel can encrypt its sockets.
    public var supportedEncryption: [String]?

    public init(glassbox: Origin?, supportedEncryption: [String]?) {
      self.glassbox = glassbox
      self.supportedEncryption = supportedEncryption
    }

    enum CodingKeys: String, CodingKey {
      case glassbox
      case supportedEncryption = "supported_encryption"
    }
  }

  public struct Origin: Codable, Sendable, Equatable {
    public var version: String

    public init(version: String) { self.version = version }
  }

  enum CodingKeys: String, CodingKey {
    case argv, language, metadata
    case displayName = "display_name"
    case interruptMode = "interrupt_mode"
    case kernelProtocolVersion = "kernel_protocol_version"
    case environment = "env"
  }

  /// Describes the kernel that `executable`, the command `glassbox`, runs.
  public init(
    executable: URL, displayName: String = KernelIdentity.displayName, environment: [String: String] = [:],
    offersEncryption: Bool
  ) {
    argv = [executable.path, "kernel", "run", "{connection_file}"]
    self.displayName = displayName
    language = "swift"
    interruptMode = "message"
    kernelProtocolVersion = "5.5"
    self.environment = environment
    metadata = Metadata(
      glassbox: Origin(version: KernelIdentity.version), supportedEncryption: offersEncryption ? ["curve"] : nil)
  }

  /// Reads a `kernel.json`. Everything but `argv` may be missing, as Jupyter has it.
  public init(from decoder: any Decoder) throws {
    let values = try decoder.container(keyedBy: CodingKeys.self)
    argv = try values.decode([String].self, forKey: .argv)
    displayName = try values.decodeIfPresent(String.self, forKey: .displayName) ?? ""
    language = try values.decodeIfPresent(String.self, forKey: .language) ?? ""
    interruptMode = try values.decodeIfPresent(String.self, forKey: .interruptMode) ?? "signal"
    kernelProtocolVersion = try values.decodeIfPresent(String.self, forKey: .kernelProtocolVersion) ?? ""
    environment = try values.decodeIfPresent([String: String].self, forKey: .environment) ?? [:]
    metadata =
      (try? values.decodeIfPresent(Metadata.self, forKey: .metadata))
      ?? Metadata(glassbox: nil, supportedEncryption: nil)
  }

  /// Whether `glassbox kernel install` has written the specification.
  public var isOurs: Bool { metadata.glassbox != nil }

  /// The JSON text of `kernel.json`, the same for the same contents.
  public func encoded() throws -> Data {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    return try encoder.encode(self) + Data("\n".utf8)
  }
}
