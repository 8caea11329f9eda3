/// Reports the ports that a kernel has chosen to the launcher that had left the choice to it.
package struct RegistrationRequest: Codable, Sendable {
  package var kernelID: String
  package var transport: String
  package var address: String
  package var shellPort: String
  package var controlPort: String
  package var stdinPort: String
  package var iopubPort: String
  package var heartbeatPort: String

  package init(kernelID: String, transport: Transport, address: String, ports: KernelPorts) {
    self.kernelID = kernelID
    self.transport = transport.rawValue
    self.address = address
    shellPort = String(ports.shell)
    controlPort = String(ports.control)
    stdinPort = String(ports.stdin)
    iopubPort = String(ports.iopub)
    heartbeatPort = String(ports.heartbeat)
  }

  private enum CodingKeys: String, CodingKey {
    case kernelID = "kernel_id"
    case transport
    case address = "ip"
    case shellPort = "shell_port"
    case controlPort = "control_port"
    case stdinPort = "stdin_port"
    case iopubPort = "iopub_port"
    case heartbeatPort = "hb_port"
  }
}
