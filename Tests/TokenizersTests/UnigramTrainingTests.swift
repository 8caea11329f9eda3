import Displays
import Foundation
import MixedText
import Testing

@testable import Tokenizers

@Suite("Learning unigrams") struct UnigramTrainingTests {
  /// Words of few letters, so that much repeats; they are short enough for all ways to be cut.
  private static func words(_ count: Int, seed: UInt64, letters: [Unicode.Scalar] = ["a", "b", "水"])
    -> [[Unicode.Scalar]: Int]
  {
    var chance = Chance(state: seed)
    var words: [[Unicode.Scalar]: Int] = [:]
    for _ in 0..<count {
      let word = (0..<Int.random(in: 1...7, using: &chance)).map { _ in letters.randomElement(using: &chance) ?? "a" }
      words[word, default: 0] += 1
    }
    return words
  }

  private func cuts(_ word: ArraySlice<Unicode.Scalar>, _ known: Set<String>) -> [[String]] {
    guard !word.isEmpty else { return [[]] }
    return word.indices.flatMap { end -> [[String]] in
      let piece = String(String.UnicodeScalarView(word[...end]))
      return known.contains(piece) ? cuts(word[(end + 1)...], known).map { [piece] + $0 } : []
    }
  }

  private func scores(_ trainer: UnigramTrainer) -> [String: Double] {
    Dictionary(uniqueKeysWithValues: trainer.tokens.map { ($0.token, $0.score) })
  }

  @Test("Substrings that come twice are found, counted and placed, up to the longest", arguments: [1, 2, 3, 16])
  func substrings(longest: Int) {
    let words = Self.words(60, seed: 3)
    var counts: [String: Int] = [:]
    for (word, count) in words {
      for start in word.indices {
        for end in start..<min(word.count, start + longest) {
          counts[String(String.UnicodeScalarView(word[start...end])), default: 0] += count
        }
      }
    }
    let found = RepeatedSubstrings(words, longest: longest)
    func text(_ places: Range<Int>) -> String { String(String.UnicodeScalarView(found.scalars[places])) }
    let repeated = found.substrings.filter { $0.count > 1 || $0.places.count == 1 }
    #expect(
      Dictionary(uniqueKeysWithValues: repeated.map { (text($0.places), $0.count) })
        == counts.filter { $0.value > 1 || $0.key.unicodeScalars.count == 1 })
    for substring in repeated where substring.isAlwaysContinued {
      let written = text(substring.places)
      #expect(counts.contains { $0.key.hasPrefix(written) && $0.key != written && $0.value == substring.count })
    }
    for occurrence in found.occurrences {
      let substring = found.substrings[Int(occurrence.substring)]
      let place = Int(occurrence.place)
      #expect(text(place..<place + substring.places.count) == text(substring.places))
    }
  }

  // Sums of at most 64 ways, exact to some 1e-14.
  @Test("Expected numbers are those of all ways to cut all words", arguments: 1...6)
  func expectation(seed: UInt64) {
    let words = Self.words(30, seed: seed)
    var trainer = UnigramTrainer(words)
    for _ in 0..<Int(seed) % 3 { trainer.estimate() }
    let scores = scores(trainer)
    var counts: [String: Double] = [:]
    var likelihood = 0.0
    for (word, count) in words {
      let ways = cuts(word[...], Set(scores.keys)).map { way in
        (pieces: way, share: exp(way.reduce(0) { $0 + (scores[$1] ?? 0) }))
      }
      let sum = ways.reduce(0) { $0 + $1.share }
      likelihood += Double(count) * log(sum)
      for way in ways {
        for piece in way.pieces { counts[piece, default: 0] += Double(count) * way.share / sum }
      }
    }
    let found = trainer.estimate()
    #expect(abs(found - likelihood) < 1e-9 * abs(likelihood))
    for piece in trainer.pieces {
      let written = String(String.UnicodeScalarView(trainer.text.scalars[piece.places]))
      #expect(abs(piece.count - (counts[written] ?? 0)) < 1e-9 * max(1, piece.count))
    }
  }

  // A sum of 1,000 logarithms may be off by some 1e-12 of it.
  @Test("Between two prunings the texts never become less likely", arguments: 1...4)
  func likelihood(seed: UInt64) {
    var trainer = UnigramTrainer(Self.words(400, seed: seed, letters: ["a", "b", "c", "水", "\u{301}"]))
    while trainer.pieces.count > trainer.characterCount {
      var last = -Double.infinity
      for _ in 0..<6 {
        let likelihood = trainer.estimate()
        #expect(likelihood >= last - 1e-11 * abs(likelihood))
        last = likelihood
      }
      trainer.prune(to: max(trainer.characterCount, trainer.pieces.count / 2))
    }
  }

  @Test("What the texts can best do without is given up, and its count is handed on")
  func pruning() throws {
    // Nothing is as good as thx and thy for the 80 words with th, and ay and bx are worth more than ab.
    let words = ["thx": 40, "thy": 40, "ab": 2, "ay": 9, "bx": 9]
    var trainer = UnigramTrainer(
      Dictionary(uniqueKeysWithValues: words.map { (Array($0.key.unicodeScalars), $0.value) }))
    for _ in 0..<5 { trainer.estimate() }
    trainer.prune(to: trainer.characterCount + 4)
    #expect(Set(scores(trainer).keys) == ["thx", "thy", "ay", "bx", "t", "h", "x", "y", "a", "b"])
    trainer.prune(to: trainer.characterCount)
    #expect(Set(scores(trainer).keys) == ["t", "h", "x", "y", "a", "b"])
    // t stands in 80 words, and all that held it has handed its count on.
    let t = try #require(trainer.pieces.first { trainer.text.scalars[$0.places.lowerBound] == "t" })
    #expect(abs(t.count - 80) < 1)
  }

  @Test(
    "The vocabulary has the size that was asked for, all characters, and probabilities", arguments: [160, 180, 200])
  func vocabulary(size: Int) throws {
    let texts = try TokenizerFixture.corpus()
    let tokenizer = try PipelineTokenizer.trainedUnigrams(
      on: texts, vocabularySize: size, specialTokens: ["<pad>", "<s>"])
    #expect(tokenizer.vocabularySize == size)
    #expect(["<pad>", "<s>", "<unk>"].map { tokenizer.id(for: $0) } == [0, 1, 2])
    for scalar in texts.joined().unicodeScalars where scalar != " " {
      #expect(tokenizer.id(for: String(Character(scalar))) != nil)
    }
    for text in texts {
      let ids = tokenizer.ids(of: text)
      #expect(!ids.contains(2))
      #expect(tokenizer.text(of: ids) == text)
    }
    let model = try #require(tokenizer.model as? UnigramModel)
    let shares = model.scores.dropFirst(3).map { exp($0) }
    #expect(abs(shares.reduce(0, +) - 1) < 1e-9)
    #expect(shares == shares.sorted(by: >))
  }

  @Test("What is frequent becomes a token, and the tokens of a text are the likeliest there are")
  func bestCut() throws {
    let texts = try TokenizerFixture.corpus()
    let tokenizer = try PipelineTokenizer.trainedUnigrams(on: texts, vocabularySize: 200)
    for token in ["▁the", "▁lowest", "▁boats"] { #expect(tokenizer.id(for: token) != nil) }
    let model = try #require(tokenizer.model as? UnigramModel)
    let scores = Dictionary(uniqueKeysWithValues: zip(model.vocabulary.tokens, model.scores).dropFirst())
    let words = texts.flatMap { $0.split(separator: " ") }.filter { $0.unicodeScalars.count < 15 }
    for text in words.map({ String($0) }) + ["lowest", "thenewlow", "wideraced", "天地brûlée"] {
      let tokens = tokenizer.encode(text, addingSpecialTokens: false).tokens
      #expect(tokens.joined() == "▁" + text)
      func score(_ way: [String]) -> Double { way.reduce(0) { $0 + (scores[$1] ?? -.infinity) } }
      let best = cuts(Array("▁\(text)".unicodeScalars)[...], Set(scores.keys)).map(score).max() ?? 0
      #expect(abs(score(tokens) - best) < 1e-9)
    }
  }

  /// What Python's tokenizers learn from the same texts; see `Fixtures/make.py`.
  @Test(
    "Texts are as likely with what is learned as with what Python's tokenizers learn, or likelier", arguments: [0, 1])
  func peer(number: Int) throws {
    let expected = try #require(TokenizerFixture.json("unigrams.json").arrayValue)[number]
    let lines = try expected["bytes"]?.integerValue.map { MixedText.lines(bytes: $0) } ?? TokenizerFixture.corpus()
    let words = PipelineTokenizer.words(of: lines, nil, .metaspace(replacement: "▁", prefix: .first, splits: true))
    #expect(words.values.reduce(0, +) == expected["words"]?.integerValue)
    var trainer = UnigramTrainer(words)
    // One token is for what is unknown.
    let size = try #require(expected["vocabulary"]?.integerValue) - 1
    trainer.train(to: size)
    #expect(trainer.pieces.count == size)
    let theirs = try #require(expected["log_likelihood"]?.doubleValue)
    #expect(trainer.estimate() >= theirs)
  }

  @Test("Learning is the same each time, and what is written is read")
  func determinism() throws {
    let texts = try TokenizerFixture.corpus()
    let first = try PipelineTokenizer.trainedUnigrams(on: texts, vocabularySize: 200, specialTokens: ["<|end|>"])
    let second = try PipelineTokenizer.trainedUnigrams(
      on: texts.reversed(), vocabularySize: 200, specialTokens: ["<|end|>"])
    #expect(first.text == second.text)
    let folder = FileManager.default.temporaryDirectory.appending(path: "unigrams-\(UUID().uuidString)").path
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    try first.save(to: folder)
    let read = try AutoTokenizer.load(from: folder)
    for text in texts + ["what nobody has written: ☃"] {
      #expect(read.ids(of: text) == first.ids(of: text))
      #expect(read.text(of: read.ids(of: text)) == first.text(of: first.ids(of: text)))
    }
  }

  @Test("Marks that are typed are letters, and unknown characters one mark")
  func marks() throws {
    let tokenizer = try PipelineTokenizer.trainedUnigrams(
      on: ["a <s> b <s> <unk> <unk>"], vocabularySize: 20, specialTokens: ["<s>"])
    #expect(tokenizer.encode("<s>", addingSpecialTokens: false).tokens.joined() == "▁<s>")
    #expect(!tokenizer.ids(of: "a <s>").contains(0))
    #expect(tokenizer.encode("zz a", addingSpecialTokens: false).tokens == ["▁", "zz", "▁", "a"])
  }

  @Test("Few texts have few pieces, and no texts none")
  func fewPieces() throws {
    #expect(try PipelineTokenizer.trainedUnigrams(on: ["ab"], vocabularySize: 1000).vocabularySize == 4)
    let empty = try PipelineTokenizer.trainedUnigrams(on: [], vocabularySize: 10)
    #expect(empty.vocabularySize == 1)
    #expect(empty.ids(of: "a") == [0])
  }

  @Test("A vocabulary without room for the characters is refused in words")
  func tooSmall() throws {
    let error = VocabularySizeError(size: 4, smallest: 5, contents: .characters)
    #expect(throws: error) {
      try PipelineTokenizer.trainedUnigrams(on: ["ab"], vocabularySize: 4, specialTokens: ["<s>"])
    }
    #expect(error.description.contains("all characters of the texts"))
  }
}
