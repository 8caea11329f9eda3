/// One thing that the doctor has looked at.
public struct Finding: Codable, Sendable, Equatable {
  public enum Status: String, Codable, Sendable {
    case ok
    /// Works, but something will be missing or slow.
    case warning = "warn"
    /// Cells cannot run, or Jupyter cannot find the kernel.
    case failure = "FAIL"
  }

  public var status: Status
  /// What was looked at, for instance `compiler`.
  public var subject: String
  /// What was seen.
  public var detail: String
  /// The next step in one sentence, if there is one.
  public var remedy: String?

  public static func ok(_ subject: String, _ detail: String) -> Finding {
    Finding(status: .ok, subject: subject, detail: detail)
  }

  public static func warning(_ subject: String, _ detail: String, remedy: String) -> Finding {
    Finding(status: .warning, subject: subject, detail: detail, remedy: remedy)
  }

  public static func failure(_ subject: String, _ detail: String, remedy: String) -> Finding {
    Finding(status: .failure, subject: subject, detail: detail, remedy: remedy)
  }
}
