/// A connection file's fields as they stand there, before it is known whether they make sense together.
struct ConnectionFields: Decodable {
  var transport: String?
  var address: String?
  var key: String?
  var signatureScheme: String?
  var shellPort: PortNumber?
  var controlPort: PortNumber?
  var stdinPort: PortNumber?
  var iopubPort: PortNumber?
  var heartbeatPort: PortNumber?
  var kernelName: String?
  var kernelID: String?
  var registrationAddress: String?
  var registrationPort: PortNumber?
  var publicKey: String?
  var secretKey: String?

  enum CodingKeys: String, CodingKey {
    case transport
    case address = "ip"
    case key
    case signatureScheme = "signature_scheme"
    case shellPort = "shell_port"
    case controlPort = "control_port"
    case stdinPort = "stdin_port"
    case iopubPort = "iopub_port"
    case heartbeatPort = "hb_port"
    case kernelName = "kernel_name"
    case kernelID = "kernel_id"
    case registrationAddress = "registration_ip"
    case registrationPort = "registration_port"
    case publicKey = "curve_publickey"
    case secretKey = "curve_secretkey"
  }

  func ports() throws(ConnectionProblem) -> KernelPorts {
    KernelPorts(
      shell: try port(shellPort, .shellPort), control: try port(controlPort, .controlPort),
      stdin: try port(stdinPort, .stdinPort), iopub: try port(iopubPort, .iopubPort),
      heartbeat: try port(heartbeatPort, .heartbeatPort))
  }

  private func port(_ port: PortNumber?, _ field: CodingKeys) throws(ConnectionProblem) -> Int {
    guard let port else { throw .missing(field.rawValue) }
    guard (0...65_535).contains(port.number) else { throw .portOutOfRange(field.rawValue, port.number) }
    return port.number
  }

  func encryption() throws(ConnectionProblem) -> EncryptionKeys? {
    switch (publicKey ?? "", secretKey ?? "") {
    case ("", ""): return nil
    case (let publicKey, let secretKey):
      guard !publicKey.isEmpty, !secretKey.isEmpty else { throw .halfEncrypted }
      guard publicKey.utf8.count == 40 else { throw .badEncryptionKey(CodingKeys.publicKey.rawValue) }
      guard secretKey.utf8.count == 40 else { throw .badEncryptionKey(CodingKeys.secretKey.rawValue) }
      return EncryptionKeys(publicKey: publicKey, secretKey: secretKey)
    }
  }
}
