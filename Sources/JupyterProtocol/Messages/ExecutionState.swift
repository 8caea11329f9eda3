/// What a kernel is at.
public enum ExecutionState: String, Codable, Sendable {
  case starting, busy, idle
}
