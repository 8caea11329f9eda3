/// What a kernel is told at its start: where to listen, or where to register, and the secrets to share.
public struct ConnectionFile: Sendable, Hashable {
  /// How the sockets are reached.
  public var transport: Transport
  /// The one address to listen on; with `ipc`, the beginning of the sockets' file names.
  public var address: String
  public var rendezvous: Rendezvous
  /// The secret that messages are signed with; empty for none.
  public var key: String
  public var signatureScheme: SignatureScheme
  /// The keys of an encrypted connection, absent for a plain one.
  public var encryption: EncryptionKeys?

  /// Reads the text of a connection file.
  public init(json: [UInt8]) throws(ConnectionProblem) {
    let fields: ConnectionFields
    do {
      fields = try JSONCoding.value(ConnectionFields.self, from: json)
    } catch {
      throw .unreadable(JSONCoding.explanation(of: error))
    }
    guard let transport = Transport(rawValue: fields.transport ?? "tcp") else {
      throw .unknownTransport(fields.transport ?? "")
    }
    guard let scheme = SignatureScheme(rawValue: fields.signatureScheme ?? "hmac-sha256") else {
      throw .unknownScheme(fields.signatureScheme ?? "")
    }
    self.transport = transport
    signatureScheme = scheme
    key = fields.key ?? ""
    encryption = try fields.encryption()
    if let registrationPort = fields.registrationPort {
      let registrationAddress = fields.registrationAddress ?? "127.0.0.1"
      rendezvous = .registration(
        kernelID: fields.kernelID ?? "", address: registrationAddress, port: registrationPort.number)
      address = fields.address ?? registrationAddress
    } else {
      guard let address = fields.address, !address.isEmpty else { throw .missing("ip") }
      self.address = address
      rendezvous = .ports(try fields.ports())
    }
  }

  /// The address of one socket, as ZeroMQ wants it.
  public func endpoint(port: Int) -> String {
    Self.endpoint(transport, address: address, port: port)
  }

  package static func endpoint(_ transport: Transport, address: String, port: Int) -> String {
    switch transport {
    case .ipc: "ipc://\(address)-\(port)"
    case .tcp where address == "localhost": "tcp://127.0.0.1:\(port)"
    case .tcp where address.contains(":") && !address.hasPrefix("["): "tcp://[\(address)]:\(port)"
    case .tcp: "tcp://\(address):\(port)"
    }
  }
}
