/// The two streams that a program writes text to.
public enum StreamName: String, Codable, Sendable {
  case stdout, stderr
}
