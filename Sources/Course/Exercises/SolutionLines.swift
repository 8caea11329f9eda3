/// The lines that would give a solution away: distinctive ones that its beginning does not have.
///
/// A line is distinctive if it says at least five things: names, numbers, signs that compute. Whoever teaches loops writes
/// `for _ in 0..<steps {`, whoever trains writes `optimizer.step()`; such a line stands in every lesson and in every
/// solution, gives nothing away, and forbidding it makes texts worse. That two people write the same five things in the
/// same order is rare enough to look at. Where a solution has no such line, those that say the most in it stand for it.
public struct SolutionLines: Sendable {
  private static let fewest = 5

  /// What shapes a line and says nothing of its own.
  private static let silent: Set<Substring> = [
    "_", "as", "await", "break", "case", "catch", "continue", "default", "defer", "do", "else", "false", "for", "func",
    "guard", "if", "import", "in", "inout", "is", "let", "nil", "private", "public", "return", "self", "some", "static",
    "switch", "throw", "throws", "true", "try", "var", "where", "while", "=", "->", "..<", "...", "?", "??", "!", "&",
    "==", "!=",
  ]

  private let lines: Set<String>

  public init(_ exercise: Exercise) {
    let known = Set(Self.lines(of: exercise.stub))
    let own = Self.lines(of: exercise.solution ?? "").filter { !known.contains($0) }
    let most = own.map(Self.weight).max() ?? 0
    // A brace alone says nothing, and stands for no solution.
    let needed = max(1, min(Self.fewest, most))
    lines = Set(own.filter { Self.weight($0) >= needed })
  }

  /// The first line of a text that is one of the solution's.
  public func first(in text: String) -> String? { Self.lines(of: text).first(where: lines.contains) }

  /// How many things a line says.
  static func weight(_ line: String) -> Int {
    var rest = line[...]
    var count = 0
    while let first = rest.first {
      let isWord = first.isLetter || first.isNumber || first == "_"
      let isSign = "+-*/%<>=!&|^~?.".contains(first)
      let end =
        rest.firstIndex { letter in
          isWord
            ? !(letter.isLetter || letter.isNumber || letter == "_") : !isSign || !"+-*/%<>=!&|^~?.".contains(letter)
        } ?? rest.endIndex
      let token = rest[..<end]
      // A dot alone leads to a member, which is counted itself.
      if (isWord || isSign) && token != "." && !silent.contains(token) { count += 1 }
      rest = token.isEmpty ? rest.dropFirst() : rest[end...]
    }
    return count
  }

  /// Lines of code without the space around them and without remarks at their end.
  private static func lines(of text: String) -> [String] {
    text.split(separator: "\n").map { line in
      (line.firstRange(of: "//").map { String(line[..<$0.lowerBound]) } ?? String(line)).trimmed
    }.filter { !$0.isEmpty }
  }
}
