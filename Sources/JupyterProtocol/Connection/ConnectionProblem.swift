/// Why a connection file is of no use.
public enum ConnectionProblem: Error, Hashable {
  case unreadable(String)
  case missing(String)
  case unknownTransport(String)
  case unknownScheme(String)
  case portOutOfRange(String, Int)
  case badEncryptionKey(String)
  case halfEncrypted
}

extension ConnectionProblem: CustomStringConvertible {
  public var description: String {
    switch self {
    case .unreadable(let reason):
      "the connection file is not the JSON that was wanted: \(reason)"
    case .missing(let field):
      "the connection file lacks the field \"\(field)\""
    case .unknownTransport(let name):
      "the connection file asks for the transport \"\(name)\"; known are \"tcp\" and \"ipc\""
    case .unknownScheme(let name):
      "the connection file asks for the signature scheme \"\(name)\"; known are "
        + SignatureScheme.allCases.map { "\"\($0.rawValue)\"" }.joined(separator: " and ")
    case .portOutOfRange(let field, let port):
      "the connection file's \"\(field)\" is \(port); a port lies between 0 and 65535"
    case .badEncryptionKey(let field):
      "the connection file's \"\(field)\" is no CurveZMQ key; one has 40 characters of Z85"
    case .halfEncrypted:
      "the connection file has one of \"curve_publickey\" and \"curve_secretkey\"; encryption takes both"
    }
  }
}
