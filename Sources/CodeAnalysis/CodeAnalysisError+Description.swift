extension CodeAnalysisError: CustomStringConvertible {
  public var description: String {
    switch self {
    case .libraryNotLoaded(let path, let reason): "Completion needs \(path), which could not be loaded: \(reason)."
    case .refused(let reason): "The compiler could not look at the code: \(reason)."
    case .helperNotStarted(let path, let reason): "The helper \(path) could not be started: \(reason)."
    case .helperEnded: "The helper for completion ended unexpectedly; it starts anew with the next request."
    case .tookTooLong: "The helper for completion took too long; it starts anew with the next request."
    case .damagedMessage: "The helper for completion sent something that cannot be understood."
    }
  }
}
