/// How a kernel's sockets are reached.
public enum Transport: String, Sendable {
  case tcp
  /// Sockets in the file system.
  case ipc
}
