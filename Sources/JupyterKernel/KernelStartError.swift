import JupyterProtocol

/// Why a kernel does not start.
public enum KernelStartError: Error, Sendable {
  case noConnectionFile
  case cannotRead(path: String, reason: String)
  case connection(path: String, ConnectionProblem)
  case sockets(String)
  case cannotListen(socket: String, endpoint: String, reason: String)
  case noEncryption
  case notRegistered(endpoint: String, reason: String)
}

extension KernelStartError: CustomStringConvertible {
  public var description: String {
    switch self {
    case .noConnectionFile:
      "no connection file was given; Jupyter passes one with -f"
    case .cannotRead(let path, let reason):
      "cannot read the connection file \(path): \(reason)"
    case .connection(let path, let problem):
      "\(problem) (\(path))"
    case .sockets(let reason):
      "cannot open the kernel's sockets: \(reason)"
    case .cannotListen(let socket, let endpoint, let reason):
      "cannot listen for \(socket) on \(endpoint): \(reason)"
    case .noEncryption:
      "the connection file asks for encryption, which this libzmq was built without"
    case .notRegistered(let endpoint, let reason):
      "cannot register the kernel's ports at \(endpoint): \(reason)"
    }
  }
}
