/// What code in a lesson is to show. `…` in a line stands for any text, and alone in a line for any number of lines.
public struct ExpectedOutput: Sendable, Equatable {
  public var text: String

  public init(_ text: String) { self.text = text }

  /// Whether a seen output is the expected one. Spaces at the ends of lines do not count.
  public func matches(_ seen: String) -> Bool { Self.matches(Self.lines(text)[...], Self.lines(seen)[...]) }

  private static func lines(_ text: String) -> [String] {
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      var line = line
      while line.last?.isWhitespace == true { line.removeLast() }
      return String(line)
    }
    while lines.last?.isEmpty == true { lines.removeLast() }
    return lines
  }

  private static func matches(_ wanted: ArraySlice<String>, _ seen: ArraySlice<String>) -> Bool {
    guard let first = wanted.first else { return seen.isEmpty }
    if first.trimmed == "…" {
      return (0...seen.count).contains { matches(wanted.dropFirst(), seen.dropFirst($0)) }
    }
    guard let line = seen.first, matches(line: first, line) else { return false }
    return matches(wanted.dropFirst(), seen.dropFirst())
  }

  private static func matches(line wanted: String, _ seen: String) -> Bool {
    let pieces = wanted.split(separator: "…", omittingEmptySubsequences: false)
    guard let first = pieces.first, let last = pieces.last, pieces.count > 1 else { return wanted == seen }
    guard seen.hasPrefix(first) else { return false }
    var rest = seen.dropFirst(first.count)
    for piece in pieces.dropFirst().dropLast() where !piece.isEmpty {
      guard let range = rest.firstRange(of: piece) else { return false }
      rest = rest[range.upperBound...]
    }
    return rest.hasSuffix(last)
  }
}
