import Foundation

/// How this program is called, as somebody can type it in the folder where they are.
public enum ProgramName {
  /// `lesson` if the shell finds it by that name, otherwise its path.
  public static let words = of(
    CommandLine.arguments.first ?? "lesson", directory: FileManager.default.currentDirectoryPath)

  static func of(_ program: String, directory: String) -> String {
    // A test has another name, and what it shows is what a learner sees.
    guard program.contains("/"), program.hasSuffix("/lesson") else { return "lesson" }
    let path = program.hasPrefix(directory + "/") ? String(program.dropFirst(directory.count + 1)) : program
    return path.contains(where: { $0 == " " || $0 == "'" }) ? "\"\(path)\"" : path
  }
}
