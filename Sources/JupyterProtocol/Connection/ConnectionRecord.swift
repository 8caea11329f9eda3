/// The connection file that a kernel writes which has chosen its own ports, so that other front ends find it too.
package struct ConnectionRecord: Encodable, Sendable {
  private let connection: ConnectionFile
  private let ports: KernelPorts
  private let kernelName: String

  package init(_ connection: ConnectionFile, ports: KernelPorts, kernelName: String) {
    self.connection = connection
    self.ports = ports
    self.kernelName = kernelName
  }

  package func encode(to encoder: any Encoder) throws {
    var fields = encoder.container(keyedBy: ConnectionFields.CodingKeys.self)
    try fields.encode(connection.transport.rawValue, forKey: .transport)
    try fields.encode(connection.address, forKey: .address)
    try fields.encode(connection.key, forKey: .key)
    try fields.encode(connection.signatureScheme.rawValue, forKey: .signatureScheme)
    try fields.encode(ports.shell, forKey: .shellPort)
    try fields.encode(ports.control, forKey: .controlPort)
    try fields.encode(ports.stdin, forKey: .stdinPort)
    try fields.encode(ports.iopub, forKey: .iopubPort)
    try fields.encode(ports.heartbeat, forKey: .heartbeatPort)
    try fields.encode(kernelName, forKey: .kernelName)
    try fields.encodeIfPresent(connection.encryption?.publicKey, forKey: .publicKey)
    try fields.encodeIfPresent(connection.encryption?.secretKey, forKey: .secretKey)
  }
}
