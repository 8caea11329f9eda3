import CourseChecks
import Glassbox
import Testing

@Suite struct AlwaysAnAnswer {
  /// Tokens 0 to 4, of which 4 never comes.
  let small = [0, 1, 2, 0, 1, 3, 0, 1, 2, 3]

  @Test("probabilities sum to 1 (1 point)") func sumsToOne() throws {
    let model = MixedModel(small, vocabulary: 5)
    for context in [[0, 1], [1, 2], [3, 0]] {
      let row = model.probabilities(after: context)
      try Check.equal(row.count, 5, "the count of probabilities")
      try Check.close(row.reduce(0, +), to: 1.0, within: 1e-9, "the sum after \(context)")
    }
  }

  @Test("also after contexts that are short, or were never seen (1 point)") func strangeContexts() throws {
    let model = MixedModel(small, vocabulary: 5)
    for context in [[], [0], [4], [3, 4], [4, 4], [2, 1], [4, 0]] {
      let row = model.probabilities(after: context)
      try Check.equal(row.count, 5, "the count of probabilities")
      try Check.close(row.reduce(0, +), to: 1.0, within: 1e-9, "the sum after \(context)")
    }
  }

  @Test("nothing is impossible (1 point)") func nothingImpossible() throws {
    let model = MixedModel(small, vocabulary: 5)
    for context in [[], [1], [0, 1], [3, 0], [4, 4]] {
      let row = model.probabilities(after: context)
      let isPossible = row.count == 5 && row.allSatisfy { $0 > 0 }
      try Check.that(isPossible, "after \(context) something has the probability 0: \(row)")
    }
  }

  @Test("of a long context the last two tokens count (1 point)") func lastTwo() throws {
    let model = MixedModel(small, vocabulary: 5)
    let row = model.probabilities(after: [0, 1])
    try Check.equal(row.count, 5, "the count of probabilities")
    try Check.close(model.probabilities(after: [3, 2, 2, 0, 1]), to: row, within: 1e-12, "after 3 2 2 0 1")
    try Check.that(row[2] > row[3] && row[3] > row[4], "after 0 1 came 2 twice and 3 once; got \(row)")
  }

  @Test("perplexity below 2.7 on poems that it has not read (3 points)") func heldOut() throws {
    let poems = try KitCorpus.chinesePoems.split(validationShare: 0.1)
    let characters = CharacterTokenizer(text: KitCorpus.chinesePoems.text)
    let model = MixedModel(characters.ids(of: poems.training.text), vocabulary: characters.vocabularySize)
    let held = characters.ids(of: poems.validation.text)
    // Each token but the first, which is given.
    let given = try (1..<held.count).map { place in
      let row = model.probabilities(after: Array(held[..<place].suffix(2)))
      try Check.equal(row.count, characters.vocabularySize, "the count of probabilities")
      try Check.that(row.reduce(0, +) < 1.000_001, "the probabilities sum to more than 1")
      return min(max(row[held[place]], 0), 1)
    }
    let perplexity = TextLikelihood(probabilities: given).perplexity
    try Check.that(perplexity < 2.7, "the perplexity is \((perplexity * 100).rounded() / 100), and must be below 2.7")
  }
}
