import Testing

/// Cells with what is expected of them, as one text.
///
/// Lines of `---` stand between cells; `--- again 2` runs the text of the second cell once more. Below a cell's code
/// stand its expectations. All of what a cell says must be expected: a cell without expectations prints nothing, has no
/// value, no notice and no failure.
///
///     let x = 1
///     print(x)
///     x + 1
///     //> 1           a line of standard output
///     //2 oh          a line of standard error
///     //= 2           the value of the last expression
///     //? still hold  a part of a notice
///     //! cannot find a part of the report of the failure
struct Script: Sendable, CustomTestStringConvertible {
  struct Cell: Sendable {
    var code = ""
    var output: [String] = []
    var errorOutput: [String] = []
    var value: String?
    var notices: [String] = []
    var failures: [String] = []
  }

  var name: String
  var cells: [Cell]
  var sourceLocation: SourceLocation

  var testDescription: String { name }

  init(_ name: String, _ text: String, sourceLocation: SourceLocation = #_sourceLocation) {
    self.name = name
    self.sourceLocation = sourceLocation
    cells = []
    var cell = Cell()
    var code: [Substring] = []
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) + [Substring("---")] {
      let argument = String(line.dropFirst(4))
      if line == "---" || line.hasPrefix("--- again ") {
        if cell.code.isEmpty { cell.code = code.joined(separator: "\n") }
        cells.append(cell)
        cell = Cell()
        code = []
        if let index = Int(argument.dropFirst("again ".count)), cells.indices.contains(index - 1) {
          cell.code = cells[index - 1].code
        }
      } else if line.hasPrefix("//>") {
        cell.output.append(argument)
      } else if line.hasPrefix("//2") {
        cell.errorOutput.append(argument)
      } else if line.hasPrefix("//=") {
        cell.value = cell.value.map { "\($0)\n\(argument)" } ?? argument
      } else if line.hasPrefix("//?") {
        cell.notices.append(argument)
      } else if line.hasPrefix("//!") {
        cell.failures.append(argument)
      } else {
        code.append(line)
      }
    }
  }

  /// Runs the cells in a session of their own and compares.
  func check() async throws {
    try await TestSession.with { session in
      var finished: [(ran: RanCell, text: String)] = []
      for cell in cells {
        let ran = await session.run(cell.code)
        var problems = cell.problems(with: ran)
        for (earlier, text) in finished where earlier.text != text {
          problems.append(
            "cell \(earlier.number) has printed meanwhile: \(earlier.text.dropFirst(text.count).debugDescription)")
        }
        finished = finished.map { ($0.ran, $0.ran.text) } + [(ran, ran.text)]
        if !problems.isEmpty {
          Issue.record(
            "\(name), cell \(ran.number):\n\(cell.code)\n\(problems.joined(separator: "\n"))",
            sourceLocation: sourceLocation)
        }
      }
    }
  }
}

extension Script.Cell {
  /// What is not as expected.
  func problems(with ran: RanCell) -> [String] {
    var problems: [String] = []
    func compare(_ what: String, _ seen: String, _ wanted: String) {
      if seen != wanted { problems.append("\(what) is \(seen.debugDescription), not \(wanted.debugDescription)") }
    }
    compare("standard output", ran.text, output.map { $0 + "\n" }.joined())
    compare("standard error", ran.errorText, errorOutput.map { $0 + "\n" }.joined())
    compare("value", ran.value ?? "(none)", value ?? "(none)")
    for notice in notices where !ran.notices.contains(where: { $0.contains(notice) }) {
      problems.append("no notice says \(notice.debugDescription): \(ran.notices)")
    }
    if notices.isEmpty, !ran.notices.isEmpty { problems.append("unexpected notices: \(ran.notices)") }
    for failure in failures where !ran.report.contains(failure) {
      problems.append("the failure does not say \(failure.debugDescription): \(ran.report)")
    }
    if failures.isEmpty, !ran.isSuccess { problems.append("unexpected failure: \(ran.report)") }
    return problems
  }
}
