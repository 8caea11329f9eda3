import CourseChecks
import Glassbox
import Testing

@Suite struct OneFurther {
  let tokens = withRandomness(seed: 111) { Tensor.randomIndices([40], below: 9).ints }

  @Test("windows begin where they should (1 point)") func inputs() throws {
    let got = batch(of: tokens, starts: [3, 0, 31], length: 8)
    try Check.shape(of: got.inputs, is: [3, 8], "inputs")
    for (row, start) in [3, 0, 31].enumerated() {
      try Check.equal(got.inputs[row].ints, Array(tokens[start...start + 7]), "the window from \(start)")
    }
  }

  @Test("a target is the next token (2 points)") func targets() throws {
    let got = batch(of: tokens, starts: [5, 31], length: 8)
    try Check.shape(of: got.targets, is: [2, 8], "targets")
    for (row, start) in [5, 31].enumerated() {
      for place in 0...7 {
        try Check.equal(
          got.targets[row].ints[place], tokens[start + place + 1], "after token \(place) of the window from \(start)")
      }
    }
  }

  @Test("every window has its last target (1 point)") func places() throws {
    try Check.equal(startCount(tokens: 9, length: 8), 1, "9 tokens, windows of 8")
    try Check.equal(startCount(tokens: 40, length: 8), 32, "40 tokens, windows of 8")
    try Check.equal(startCount(tokens: 3, length: 8), 0, "3 tokens, windows of 8")
  }

  @Test("different documents are parted in order (1 point)") func apart() throws {
    let got = parts(of: ["sun", "雨", "wind", "雪", "fog"], validationCount: 2)
    try Check.equal(got.training, ["sun", "雨", "wind"], "training")
    try Check.equal(got.validation, ["雪", "fog"], "validation")
  }

  @Test("no document is on both sides (2 points)") func noLeak() throws {
    let got = parts(of: ["sun", "雨", "wind", "sun", "雪", "雨"], validationCount: 2)
    for document in got.validation {
      try Check.that(!got.training.contains(document), "“\(document)” is learned from and looked at")
    }
    try Check.equal(got.training + got.validation, ["sun", "雨", "wind", "雪"], "all different documents")
  }
}
