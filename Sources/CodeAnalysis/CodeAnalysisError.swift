/// Why a question about code was not answered.
public enum CodeAnalysisError: Error, Hashable, Sendable {
  /// The toolchain's library could not be loaded.
  case libraryNotLoaded(path: String, reason: String)
  /// The compiler refused the request.
  case refused(String)
  /// The helper process could not be started.
  case helperNotStarted(path: String, reason: String)
  /// The helper process ended before it had answered.
  case helperEnded
  /// The helper process did not answer in time and was ended.
  case tookTooLong
  /// A message between the processes is damaged.
  case damagedMessage
}
