/// The ports of a kernel's five sockets.
public struct KernelPorts: Sendable, Hashable {
  public var shell: Int
  public var control: Int
  public var stdin: Int
  public var iopub: Int
  public var heartbeat: Int

  public init(shell: Int, control: Int, stdin: Int, iopub: Int, heartbeat: Int) {
    self.shell = shell
    self.control = control
    self.stdin = stdin
    self.iopub = iopub
    self.heartbeat = heartbeat
  }

  /// Lets the system choose every port.
  public static let free = KernelPorts(shell: 0, control: 0, stdin: 0, iopub: 0, heartbeat: 0)
}
