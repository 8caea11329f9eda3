import CourseChecks
import Glassbox
import Testing

@Suite struct SplittingTexts {
  /// 20, 8 and 32 different texts of three labels; a third of them comes twice, a third three times, in a mixed order.
  static let list: [(text: String, label: String)] = {
    let different = [("rain", 20), ("soup", 8), ("saw", 32)].flatMap { label, count in
      (0..<count).map { (text: "\(label) \($0)", label: label, times: $0 % 3 + 1) }
    }
    let all = different.flatMap { one in (0..<one.times).map { _ in (text: one.text, label: one.label) } }
    var generator = RandomGenerator(seed: 130)
    return generator.shuffled(all)
  }()

  let texts = Self.list.map(\.text)
  let labels = Self.list.map(\.label)

  func split(_ seed: UInt64) throws -> (training: [Int], held: [Int]) {
    let parts = stratifiedSplit(texts, labels: labels, share: 0.25, seed: seed)
    try Check.that(!parts.training.isEmpty && !parts.held.isEmpty, "a part is empty")
    let inside = (parts.training + parts.held).allSatisfy { texts.indices.contains($0) }
    try Check.that(inside, "a place is not in the list of \(texts.count) texts")
    return parts
  }

  @Test("each text is in one of the parts, once (1 point)") func eachOnce() throws {
    for seed in 1...5 as ClosedRange<UInt64> {
      let (training, held) = try split(seed)
      let got = (training + held).map { texts[$0] }
      let again = Dictionary(grouping: got) { $0 }.filter { $0.value.count > 1 }.keys.min()
      try Check.that(again == nil, "“\(again ?? "")” comes more than once in the two parts")
      try Check.equal(Set(got).count, Set(texts).count, "different texts in the two parts")
    }
  }

  @Test("no text is on both sides (1 point)") func noLeak() throws {
    for seed in 1...5 as ClosedRange<UInt64> {
      let (training, held) = try split(seed)
      let both = Set(training.map { texts[$0] }).intersection(held.map { texts[$0] }).min()
      try Check.that(both == nil, "“\(both ?? "")” is learned from and held out")
    }
  }

  @Test("of each label a quarter is held out: 5 of 20, 2 of 8, 8 of 32 (1 point)") func sharesHold() throws {
    for seed in 1...5 as ClosedRange<UInt64> {
      let (_, held) = try split(seed)
      for (label, count) in [("rain", 5), ("soup", 2), ("saw", 8)] {
        try Check.equal(held.count { labels[$0] == label }, count, "held out of “\(label)” with seed \(seed)")
      }
    }
  }

  @Test("the seed decides (1 point)") func seedDecides() throws {
    let first = Set(try split(1).held)
    try Check.that(Set(try split(1).held) == first, "the same seed held other texts out")
    try Check.that(Set(try split(2).held) != first, "seeds 1 and 2 held the same texts out")
  }
}
