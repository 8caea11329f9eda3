/// How kernel and front end agree on ports.
public enum Rendezvous: Sendable, Hashable {
  /// The front end has chosen them.
  case ports(KernelPorts)
  /// The kernel chooses free ones and reports them to this address.
  case registration(kernelID: String, address: String, port: Int)
}
