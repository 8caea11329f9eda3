import Foundation
import Glassbox
import Testing

/// Runs what the documentation of random numbers shows. Each example stands here as it stands there; the first test sees
/// to that.
@Suite("The documentation of random numbers tells the truth") struct RandomDocumentationTests {
  @Test("Every line of every example is run here")
  func everyExampleIsRun() throws {
    let tests = try DocumentationSource.tests()
    let comments = try DocumentationSource.commentExamples(in: "Randomness")
    let page = try DocumentationSource.pageExamples("Random.md")
    #expect(comments.count > 20)
    #expect(page.count > 8)
    for line in comments + page { #expect(tests.contains(line), "not run: \(line)") }
  }

  @Test("The vectors on the page are those that come", arguments: [0, 1, 42] as [UInt64])
  func vectors(seed: UInt64) throws {
    let page = try String(
      contentsOf: DocumentationSource.root.appending(path: "Documentation/Random.md"), encoding: .utf8)
    var generators = Array(repeating: RandomGenerator(seed: seed), count: 6)
    let words = [generators[0].next(), generators[0].next()].flatMap { [$0 & 0xFFFF_FFFF, $0 >> 32] }
    let rows = [
      "| \(seed) | words | \(words.map { String(format: "%08x", $0) }.joined(separator: ", ")) |",
      row("uniform, single", generators[1].uniform(count: 3)),
      row("uniform, double", generators[2].uniform(count: 2, of: Double.self)),
      row("normal, single", generators[3].normal(count: 3)),
      row("normal, double", generators[4].normal(count: 2, of: Double.self)),
      row("truncated to −2…2, single", generators[5].truncatedNormal(count: 3)),
    ]
    #expect(page.contains(rows.joined(separator: "\n")))
  }

  private func row(_ name: String, _ numbers: [some BinaryFloatingPoint]) -> String {
    "| | \(name) | \(numbers.map { String(format: "%a", Double($0)) }.joined(separator: ", ")) |"
  }

  @Test("A generator and its state")
  func state() throws {
    #expect(RandomSource(seed: 42).description == "RandomSource(key: 42, position: 0)")
    var generator = RandomGenerator(seed: 42)
    #expect(generator.normal(count: 3) == [0.19401896, 0.9701898, -1.2356209])
    #expect(generator.position == 3)
    let resumed = RandomGenerator(key: generator.key, position: generator.position)
    #expect(resumed == generator)
    generator.skip(2_000_000)
    #expect(generator.position == 2_000_003)
    do {
      let checkpoint = try JSONEncoder().encode(generator)
      var resumed = try JSONDecoder().decode(RandomGenerator.self, from: checkpoint)
      #expect(resumed.normal() == generator.normal())
    }
    var piece = RandomGenerator(seed: 7)
    var whole = piece
    piece.skip(10_000)
    let secondPart = piece.uniform(count: 10_000)
    #expect(secondPart == Array(whole.uniform(count: 20_000).suffix(10_000)))
    #expect(1...6 ~= Int.random(in: 1...6, using: &generator))
  }

  @Test("Splitting")
  func splitting() {
    var generator = RandomGenerator(seed: 42)
    let epoch = 3
    var order = generator.split(epoch)
    #expect(order.permutation(1000).count == 1000)
    var dropout = generator.split("dropout")
    #expect(dropout.bernoulli(count: 8, probability: 0.9).count == 8)
    var other = generator.split()
    let workers = generator.split(into: 4)
    #expect(workers.count == 4)
    var shuffling = generator.split(3)
    #expect(shuffling.next() != other.next())
  }

  @Test("Distributions")
  func distributions() {
    var generator = RandomGenerator(seed: 42)
    let weights = generator.normal(count: 3, standardDeviation: 0.02)
    let order = generator.permutation(5)
    #expect(weights.count == 3 && order.sorted() == [0, 1, 2, 3, 4])
    #expect(generator.uniform(count: 4, in: -1..<1).allSatisfy { abs($0) <= 1 })
    #expect(generator.uniform(count: 4, of: Double.self).count == 4)
    #expect(0..<1 ~= generator.uniform())
    #expect(generator.normal(count: 4, mean: 10, standardDeviation: 2).count == 4)
    #expect(generator.normal(count: 4, of: Double.self).count == 4)
    #expect(generator.normal().isFinite)
    let small = generator.truncatedNormal(count: 4, standardDeviation: 0.02, in: -0.04...0.04)
    #expect(small.allSatisfy { abs($0) <= 0.04 })
    #expect(generator.truncatedNormal(count: 4, of: Double.self, in: 3...5).allSatisfy { 3...5 ~= $0 })
    let kept = generator.bernoulli(count: 1000, probability: 0.9)
    #expect(850...950 ~= kept.count { $0 })
  }

  @Test("Integers, orders, choices")
  func selections() {
    var generator = RandomGenerator(seed: 42)
    #expect(generator.integers(count: 5, below: 6).allSatisfy { 0..<6 ~= $0 })
    #expect(0..<6 ~= generator.integer(below: 6))
    #expect(generator.permutation(5).sorted() == [0, 1, 2, 3, 4])
    #expect(generator.shuffled(["to", "be", "or", "not"]).sorted() == ["be", "not", "or", "to"])
    #expect(Set(generator.choose(3, of: 1_000_000)).count == 3)
    #expect(Set(generator.choose(2, from: ["red", "green", "blue"])).count == 2)
    #expect(!generator.indices(count: 10, weights: [0.2, 0, 0.8]).contains(1))
    #expect(0..<3 ~= generator.index(weights: [1, 2, 7]))
  }
}
