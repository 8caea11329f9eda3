/// What a handout tells of the known mistakes: lines `check, check: sentence`, without any code.
public enum MistakeList {
  public static func text(of mistakes: [KnownMistake]) -> String {
    mistakes.map { "\($0.caughtBy.sorted().joined(separator: ", ")): \($0.sentence)\n" }.joined()
  }

  static func mistakes(in path: String) throws(CourseMistake) -> [KnownMistake] {
    let file = try CourseFile(path)
    var mistakes: [KnownMistake] = []
    for (index, line) in file.lines.enumerated() where !line.isEmpty {
      guard let colon = line.firstIndex(of: ":") else {
        throw CourseMistake(file: path, line: index + 1, .frontMatterLine(String(line)))
      }
      let names = line[..<colon].split(separator: ",").map { String($0).trimmed }
      mistakes.append(
        KnownMistake(
          sentence: String(line[line.index(after: colon)...]).trimmed, caughtBy: Set(names), code: nil,
          file: "mistakes.txt"))
    }
    return mistakes
  }
}
