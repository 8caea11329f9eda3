/// The kernel's ports.
public struct ConnectReply: MessageContent {
  public static let messageType: MessageType = "connect_reply"

  public var shellPort: Int
  public var iopubPort: Int
  public var stdinPort: Int
  public var controlPort: Int
  public var heartbeatPort: Int

  public init(shellPort: Int, iopubPort: Int, stdinPort: Int, controlPort: Int, heartbeatPort: Int) {
    self.shellPort = shellPort
    self.iopubPort = iopubPort
    self.stdinPort = stdinPort
    self.controlPort = controlPort
    self.heartbeatPort = heartbeatPort
  }

  private enum CodingKeys: String, CodingKey {
    case shellPort = "shell_port"
    case iopubPort = "iopub_port"
    case stdinPort = "stdin_port"
    case controlPort = "control_port"
    case heartbeatPort = "hb_port"
  }
}
