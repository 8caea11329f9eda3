/// The words of a report as they are true outside of a notebook, where no code has a number and no key shows its type.
public enum ReportWords {
  /// What a report says of cells, said of a file.
  public static func of(file name: String, _ report: String) -> String {
    general(report)
      .replacing(/[Cc]ell \d+(, line|:)/) { "\(name)\($0.1)" }
      .replacing("\nEverything from earlier cells is still there.", with: "")
  }

  /// What a report says of cells, said in a terminal.
  ///
  /// - Parameters:
  ///   - number: Of the code that was run just now.
  ///   - beginnings: The first lines of the pieces of code by their numbers.
  public static func of(code number: Int, beginnings: [Int: String], _ report: String) -> String {
    func code(_ number: Substring) -> String {
      guard let begin = Int(number).flatMap({ beginnings[$0] }) else { return "code that you have run" }
      return "the code that begins with `\(begin)`"
    }
    let own = "\(number)"
    let lines = general(report).split(separator: "\n", omittingEmptySubsequences: false).map { line -> String in
      // Lines of code stay as they are.
      guard line.firstMatch(of: #/^ *\d* \|( |$)/#) == nil else { return String(line) }
      return String(line).replacing(/^Cell (\d+), line (\d+):/) { match -> String in
        match.1 == own ? "Line \(match.2):" : "Line \(match.2) of \(code(match.1)):"
      }.replacing(/^Cell (\d+): (.)/) { match -> String in
        match.1 == own ? match.2.uppercased() : "In \(code(match.1)): \(match.2)"
      }.replacing(/cell (\d+), line (\d+)/) { match -> String in
        match.1 == own ? "line \(match.2)" : "line \(match.2) of \(code(match.1))"
      }.replacing(/cell (\d+)\b/) { match -> String in match.1 == own ? "this code" : code(match.1) }
    }
    return lines.joined(separator: "\n")
      .replacing("Everything from earlier cells is still there.", with: "All values of before are still there.")
  }

  private static func general(_ report: String) -> String {
    let words = [
      ("run the cell that makes it", "run the code that makes it"),
      ("run the cell or the `import` that brings it", "run the code or the `import` that brings it"),
      ("alone on the cell's last line", "alone on the last line"), ("is made twice in this cell", "is made twice here"),
      ("here it ends only the cell", "here it ends only this run"), ("stops the cell if", "stops the code if"),
      ("The cell asked for", "The code asked for"), ("the library of this notebook", "the library of this course"),
      ("here or in an earlier cell", "here or before"), ("wait for another cell", "wait for other code"),
      ("Run the cells that made them again", "Run the code that made them again"),
      ("process that runs the cells", "process that runs the code"), ("this cell", "this code"),
      (", or look at the function's declaration with shift-tab", ""),
    ]
    let text = words.reduce(report) { $0.replacing($1.0, with: $1.1) }
    return text.replacing(/\ Shift-tab in the parentheses shows what (it takes|they take)\./, with: "")
  }
}
