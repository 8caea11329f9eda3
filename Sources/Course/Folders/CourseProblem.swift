/// Something with the learner's own files that did not work.
public enum CourseProblem: Error, Sendable, Equatable {
  case cannotWrite(path: String, reason: String)
  case cannotRead(path: String, reason: String)
}

extension CourseProblem: CustomStringConvertible {
  public var description: String {
    switch self {
    case .cannotWrite(let path, let reason):
      "\(path) cannot be written: \(reason). Set GLASSBOX_WORK to a folder of yours and try again."
    case .cannotRead(let path, let reason): "\(path) cannot be read: \(reason)."
    }
  }
}
