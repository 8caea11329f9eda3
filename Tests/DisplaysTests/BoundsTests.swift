import FoundationEssentials
import Synchronization
import Testing

@testable import Displays

@Suite("No value makes a wall of text or a long wait") struct BoundsTests {
  @Test("A long array shows its ends and its count")
  func elision() {
    #expect(text(of: Array(0..<1000)) == "[0, 1, 2, …, 999] (1000 elements)")
    #expect(text(of: ["x": Array(0..<1000)]) == #"["x": [0, 1, 2, …, 999] (1000 elements)]"#)
    #expect(text(of: Set(0..<50)) == "[0, 1, 2, …] (50 elements)")
    #expect(text(of: ArraySlice(0..<100)) == "[0, 1, 2, …, 99] (100 elements)")
  }

  /// Counts how often an element is read.
  final class ReadCount: Sendable {
    let count = Mutex(0)
  }

  struct Watched: Collection, CustomReflectable {
    let reads = ReadCount()
    var startIndex: Int { 0 }
    var endIndex: Int { 1_000_000_000 }
    func index(after index: Int) -> Int { index + 1 }
    func index(_ index: Int, offsetBy distance: Int) -> Int { index + distance }
    func distance(from start: Int, to end: Int) -> Int { end - start }
    subscript(index: Int) -> Int {
      reads.count.withLock { $0 += 1 }
      return index
    }
    var customMirror: Mirror { Mirror(self, unlabeledChildren: self, displayStyle: .collection) }
  }

  @Test("Of a huge collection only what is shown is read")
  func hugeCollection() {
    let watched = Watched()
    #expect(text(of: watched) == "[0, 1, 2, …] (1000000000 elements)")
    #expect(VariableSummary(of: watched).bytes > 7_000_000_000)
    #expect(watched.reads.count.withLock { $0 } < 200)
  }

  @Test("A huge dictionary shows a few entries and its count")
  func hugeDictionary() {
    let dictionary = Dictionary(uniqueKeysWithValues: (0..<5_000).map { ($0, $0) })
    #expect(text(of: dictionary).hasSuffix(", …] (5000 elements)"))
    #expect(html(of: dictionary)?.contains("… 4980 more rows") == true)
  }

  @Test("A long text is cut and its length told")
  func longText() {
    let shown = text(of: String(repeating: "é", count: 5_000))
    #expect(shown.hasSuffix("é…\" (5000 characters)"))
    #expect(shown.count == 2_000 + 3 + " (5000 characters)".count)
    #expect(text(of: String(repeating: "a", count: 3_000_000)).hasSuffix("…\" (3 MB)"))
    #expect(text(of: [String(repeating: "a", count: 300)]).count < 250)
  }

  @Test("A ring of objects is shown once around")
  func ring() {
    let first = Node(1)
    first.next = Node(2, next: first)
    defer { first.next = nil }
    #expect(text(of: first) == "Node(value: 1, next: Node(value: 2, next: Node(… see above)))")
    #expect(ByteEstimate.bytes(of: first) == 8 + 2 * (16 + 8 + 8))
  }

  @Test("A deep chain of objects is cut")
  func chain() {
    let chain = (1...5_000).reduce(Node(0)) { Node($1, next: $0) }
    #expect(text(of: chain).contains("Node(…)"))
    #expect(text(of: chain).count < 400)
  }

  final class Branch {
    var branches: [Branch] = []
  }

  @Test("A graph with exponentially many paths ends")
  func graph() {
    var level = Branch()
    for _ in 0..<30 {
      let above = Branch()
      above.branches = [level, level, level]
      level = above
    }
    #expect(text(of: level).count < 20_000)
    #expect(ByteEstimate.bytes(of: level) > 30 * 16)
  }

  @Test("A description of many lines stays one line inside other values")
  func multilineDescription() {
    #expect(text(of: ["a": Token(text: "1\n2")]) == #"["a": ‹1 2›]"#)
  }

  @Test("A value of many parts is cut")
  func nestedArrays() {
    let nested = Array(repeating: Array(repeating: ["a", "b"], count: 10), count: 30)
    #expect(text(of: nested).split(separator: "\n").count == 40)
    #expect(text(of: nested).contains("…"))
  }
}
