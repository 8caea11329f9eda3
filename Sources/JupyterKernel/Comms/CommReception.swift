/// Whether the language takes a comm that a front end opens.
public enum CommReception: Sendable {
  case accepted
  /// Nobody here knows the target; the kernel closes the comm.
  case refused
}
