/// The sockets on which messages come and go.
enum Channel: String, Sendable, Hashable {
  case shell, control, stdin, iopub
}
