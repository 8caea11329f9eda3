/// Why a cell that wants input does not get it.
public enum InputError: Error, Sendable, Hashable {
  /// The front end has said that it cannot ask, as when a notebook runs without a person.
  case notAllowed
  /// The front end that has sent the cell does not listen any more.
  case nobodyThere
  /// An interrupt has ended the wait.
  case interrupted
  /// The cell has ended before an answer came.
  case cellEnded
}

extension InputError: CustomStringConvertible {
  public var description: String {
    switch self {
    case .notAllowed:
      "this front end takes no input while it runs cells; set the value in the cell instead of asking for it"
    case .nobodyThere:
      "the front end that sent this cell is no longer there to be asked"
    case .interrupted:
      "interrupted while waiting for input"
    case .cellEnded:
      "the cell has ended before the input came"
    }
  }
}
