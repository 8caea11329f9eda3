extension Explanation {
  /// Names that a library brings which the cells have not imported yet.
  static let libraries: [Explanation] =
    LibraryNames.all.map { name in
      Explanation(
        unknown: name,
        text: foundationNames.contains(name)
          ? "For numbers `\(name)` comes with Foundation, for tensors with the library of this course. Write `import "
            + "Foundation` or `import Glassbox` above, here or before."
          : "`\(name)` comes with the library of this course. Write `import Glassbox` above, here or before.")
    }
    + foundationNames.map { name in
      Explanation(
        unknown: name, text: "`\(name)` comes with Foundation. Write `import Foundation` above, here or before.")
    }

  /// What a type has only if a module is there.
  static let missingImports = [
    Explanation(
      "… is not available due to missing import of defining module '…'",
      text: "`import {2}` brings it: write that above, here or before.")
  ]

  private static let foundationNames = [
    "Thread", "Date", "Data", "URL", "UUID", "FileManager", "ProcessInfo", "JSONEncoder", "JSONDecoder", "Calendar",
    "DateFormatter", "Process", "Timer", "sqrt", "exp", "log", "log2", "log10", "pow", "sin", "cos", "tan", "tanh",
    "floor", "ceil", "round", "sleep", "usleep",
  ]

  private init(unknown name: String, text: String) {
    self.init(
      MessagePattern(stringLiteral: "cannot find '\(name)' in scope"),
      MessagePattern(stringLiteral: "cannot find type '\(name)' in scope"), text: text)
  }
}
