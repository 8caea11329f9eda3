import CourseChecks
import Glassbox
import Testing

@Suite struct BatchOfTexts {
  let texts = [[5, 6, 7], [8], [3, 3, 4, 2, 6], [1, 2]]

  /// The rows of inputs and targets.
  func rows(_ texts: [[Int]], end: Int) throws -> (inputs: [[Int]], targets: [[Int]]) {
    let (inputs, targets) = textBatch(texts, end: end)
    let longest = texts.map(\.count).max() ?? 0
    try Check.shape(of: inputs, is: [texts.count, longest], "inputs")
    try Check.shape(of: targets, is: [texts.count, longest], "targets")
    return (texts.indices.map { inputs[$0].ints }, texts.indices.map { targets[$0].ints })
  }

  @Test("the inputs are the texts, filled up with the end (1 point)") func inputs() throws {
    let got = try rows(texts, end: 9).inputs
    try Check.equal(got, [[5, 6, 7, 9, 9], [8, 9, 9, 9, 9], [3, 3, 4, 2, 6], [1, 2, 9, 9, 9]])
  }

  @Test("within a text the target is the next token (1 point)") func nextToken() throws {
    let targets = try rows(texts, end: 9).targets
    for (row, text) in texts.enumerated() {
      try Check.equal(Array(targets[row].prefix(text.count - 1)), Array(text.dropFirst()), "text \(row)")
    }
  }

  @Test("after the last token the end is asked for (1 point)") func endIsLearned() throws {
    let targets = try rows(texts, end: 9).targets
    for (row, text) in texts.enumerated() { try Check.equal(targets[row][text.count - 1], 9, "text \(row)") }
  }

  @Test("where a text is over nothing is asked for (1 point)") func nothingAfterTheEnd() throws {
    let targets = try rows(texts, end: 9).targets
    for (row, text) in texts.enumerated() {
      let after = Array(targets[row].dropFirst(text.count))
      try Check.equal(after, after.map { _ in -100 }, "text \(row)")
    }
  }
}
