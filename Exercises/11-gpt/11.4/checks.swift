import CourseChecks
import Glassbox
import Testing

@Suite struct WhatFitForgets {
  @Test("the targets are the text, one further (1 point)") func shifted() throws {
    let got = targets(of: [5, 3, 9, 3])
    try Check.equal(Array(got.prefix(3)), [3, 9, 3])
  }

  @Test("there are as many targets as tokens, and the last asks for nothing (1 point)") func last() throws {
    let got = targets(of: [5, 3, 9, 3])
    try Check.equal(got.count, 4, "how many targets")
    try Check.equal(got[3], -100, "the last target")
  }

  @Test("a model that knows nothing: 4.174 for 65 tokens (1 point)") func knowsNothing() throws {
    for size in [2, 65, 50_257] {
      let expected = crossEntropy(Tensor.zeros([1, size]), Tensor(indices: [0])).doubleItem
      try Check.close(firstLoss(vocabularySize: size), to: expected, within: 1e-5, "\(size) tokens")
    }
  }

  @Test("probabilities 0.2, 0.5, 0.1, 0.4: about 4 tokens (1 point)") func hesitation() throws {
    try Check.close(perplexity(of: [0.2, 0.5, 0.1, 0.4]), to: 3.976354, within: 1e-5)
  }

  @Test("always 1 of 8: 8 tokens, whatever the length (1 point)") func even() throws {
    for length in [1, 3, 20] {
      let row = [Double](repeating: 0.125, count: length)
      try Check.close(perplexity(of: row), to: 8, within: 1e-9, "\(length) tokens")
    }
  }
}
