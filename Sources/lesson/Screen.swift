import Foundation

/// What the terminal can do.
enum Screen {
  /// Whether somebody sits in front of it.
  static let isTerminal = isatty(1) == 1 && isatty(0) == 1

  /// Whether words may have colours: not with `NO_COLOR`, not into a file, not for a terminal that has none.
  static let isColored =
    isatty(1) == 1 && (ProcessInfo.processInfo.environment["NO_COLOR"] ?? "").isEmpty
    && ProcessInfo.processInfo.environment["TERM"] != "dumb"

  /// How many columns a line may have: long lines are hard to read.
  static var width: Int { min(columns ?? 80, 100) }

  /// How many columns the terminal has.
  static var columns: Int? {
    var size = winsize()
    guard ioctl(1, UInt(TIOCGWINSZ), &size) == 0, size.ws_col >= 20 else { return nil }
    return Int(size.ws_col)
  }
}
