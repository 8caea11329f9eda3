import Glibc

/// How many characters fit in a line of the terminal: what the variable `COLUMNS` says, or what the terminal itself says, and
/// 80 where there is neither.
@Sendable package func terminalColumns() -> Int {
  let fits = 20...400
  if let columns = getenv("COLUMNS").flatMap({ Int(String(cString: $0)) }), fits.contains(columns) { return columns }
  var size = winsize()
  guard ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, fits.contains(Int(size.ws_col)) else { return 80 }
  return Int(size.ws_col)
}
