/// The lines that would give a solution away: those that its beginning does not have, and that say something.
public struct SolutionLines: Sendable {
  /// Shorter lines, such as a brace or `return`, are no secret.
  private static let shortest = 16

  private let lines: Set<String>

  public init(_ exercise: Exercise) {
    let known = Set(Self.lines(of: exercise.stub))
    lines = Set(Self.lines(of: exercise.solution ?? "")).subtracting(known)
  }

  /// The first line of a text that is one of the solution's.
  public func first(in text: String) -> String? { Self.lines(of: text).first(where: lines.contains) }

  /// Lines of code without the space around them and without remarks at their end.
  private static func lines(of text: String) -> [String] {
    text.split(separator: "\n").map { line in
      (line.firstRange(of: "//").map { String(line[..<$0.lowerBound]) } ?? String(line)).trimmed
    }.filter { $0.count >= shortest }
  }
}
