import CellSyntax
import CourseGrading
import Interpreter

extension LessonPlayer {
  /// Asks for more lines until the code is whole.
  func whole(_ text: String) -> String {
    var text = text
    while case .incomplete = Completeness(of: text) {
      guard let next = console.readLine(prompt: "   … ") else { break }
      text += "\n" + next
      if next.isEmpty { break }
    }
    return text
  }

  /// Runs code in the lesson's session; whatever happens, all values of before stay.
  ///
  /// - Parameter isLessons: Whether it is the lesson's, or what somebody has made of that: then it answers the question
  ///   before it, and an Enter pressed meanwhile is not kept. After a line of one's own the next ones of a paste are.
  /// - Returns: Why it has not come to its end.
  @discardableResult
  func run(_ code: String, isLessons: Bool = false) async -> CellFailure? {
    console.beginWaiting("running")
    let failure = await execute(code, isSilent: false)
    console.endWaiting(forgetsKeys: isLessons)
    if let failure {
      // The terminal has written ^C.
      if failure.name == "KeyboardInterrupt" { console.line() }
      say(failure)
      let word = code.filter { !$0.isWhitespace }
      if Self.commandNames.contains(word) { console.markdown("The command begins with a colon: `:\(word)`.") }
    }
    if isLessons, failure == nil || isBroken { settleQuestion() }
    return failure
  }

  /// Whether the code on the screen is meant to fail.
  private var isBroken: Bool {
    if case .code(let shown) = currentStep { shown.kind == .breaks } else { false }
  }

  func say(_ failure: CellFailure) {
    let words = ReportWords.of(code: number, beginnings: beginnings, failure.report.plain)
    console.write(FailureText.of(Self.first(3, of: words) + "\n", style: console.style))
  }

  /// The first reports of one piece of code: what follows from them is not read.
  static func first(_ count: Int, of report: String) -> String {
    let lines = report.split(separator: "\n", omittingEmptySubsequences: false)
    let starts = lines.indices.filter { lines[$0].hasPrefix("Line ") }
    guard starts.count > count else { return report }
    let more = starts.count - count
    return lines[..<starts[count]].joined(separator: "\n")
      + "\n\(more) more \(more == 1 ? "report" : "reports"), perhaps because of these."
  }

  /// - Returns: Why it has not come to its end.
  func execute(_ code: String, isSilent: Bool) async -> CellFailure? {
    number += 1
    let number = number
    let lines = code.split(separator: "\n").map { $0.drop(while: \.isWhitespace) }
    beginnings[number] = (lines.first { !$0.hasPrefix("//") && !$0.hasPrefix("import ") } ?? lines.first).map {
      $0.count > 40 ? $0.prefix(39) + "…" : String($0)
    }
    let said = beginnings
    let output = ConsoleOutput(console, isSilent: isSilent) {
      ReportWords.of(code: number, beginnings: said, $0)
    }
    let result = await session.execute(
      CellRequest(number: number, code: code, allowsInput: !isSilent), output: output)
    output.finish()
    return result.failure
  }

  /// The code of this step, or before a question the one that was shown last.
  private var codeToEdit: String? {
    switch currentStep {
    case .code(let code): code.text
    case .exercise: nil
    default: lastCode
    }
  }

  /// Changes the code on the screen, or the file of an exercise, in the learner's editor.
  func edit(_ words: [String]) async {
    if words.isEmpty, let code = codeToEdit {
      switch editor.edit(code) {
      case .changed(let text): await run(text, isLessons: true)
      case .unchanged: console.markdown("Nothing was changed, so nothing has run. Enter runs the code as it is.")
      case .failed(let reason): console.markdown(reason)
      }
      return
    }
    guard words.first != nil || exercise != nil else {
      return console.markdown("There is no code to change here. `:edit ID` opens the file of an exercise.")
    }
    guard let exercise = chosen(words), begin(exercise) else { return }
    switch editor.open(work.path(of: exercise.id)) {
    case .changed: await check(exercise)
    case .unchanged: console.markdown("\(work.path(of: exercise.id)) is as it was.")
    case .failed(let reason): console.markdown(reason)
    }
  }
}
