import FoundationEssentials
import Testing

@testable import Displays

@Suite("The text of any value") struct DefaultTextTests {
  @Test(
    "Simple values look as they are written",
    arguments: [
      (42, "42"), (1.5 as Float, "1.5"), (true, "true"), ("a \"b\"\n", #""a \"b\"\n""#),
      (Character("x"), #""x""#), ("it's\u{1B}é😀\0", #""it's\u{1B}é😀\0""#),
      ("abc".dropFirst(), #""bc""#), (0..<5, "0..<5"), (Int.self, "Int.self"), ((), "()"), ([Int?].self, "[Int?].self"),
    ] as [(any Sendable, String)])
  func simple(value: any Sendable, expected: String) { #expect(text(of: value) == expected) }

  @Test("Optionals look like what they hold, or nil")
  func optionals() {
    #expect(text(of: Int?.none as Any) == "nil")
    #expect(text(of: Optional(3) as Any) == "3")
    #expect(text(of: Int??.some(nil) as Any) == "nil")
    #expect(text(of: [1, nil, 3] as [Int?]) == "[1, nil, 3]")
  }

  @Test("Structures, tuples and enumerations name their parts")
  func parts() {
    #expect(text(of: Point(x: 1, y: 2)) == "Point(x: 1, y: 2)")
    #expect(text(of: (1, b: "x")) == #"(1, b: "x")"#)
    #expect(text(of: Figure.dot) == ".dot")
    #expect(text(of: Figure.circle(radius: 2)) == ".circle(radius: 2.0)")
    #expect(text(of: Figure.box(1, 2)) == ".box(1, 2)")
    #expect(text(of: Figure.around(Point(x: 1, y: 2))) == ".around(Point(x: 1, y: 2))")
    #expect(text(of: Outer.Inner(element: 1)) == "Outer.Inner<Int>(element: 1)")
    #expect(text(of: Lazy()) == "Lazy(total: nil, first: 1)")
  }

  @Test("Objects show their own and their inherited properties")
  func objects() {
    #expect(text(of: NamedNode(1)) == #"NamedNode(value: 1, next: nil, name: "leaf")"#)
    #expect(text(of: Counter()) == "Counter (actor)")
  }

  @Test("A function looks like its type")
  func functions() {
    let double: (Int) -> Int = { $0 * 2 }
    #expect(text(of: double) == "(Int) -> Int")
  }

  @Test("The author's own description wins")
  func descriptions() {
    #expect(text(of: Token(text: "a")) == "‹a›")
    #expect(text(of: [Token(text: "a"), Token(text: "b")]) == "[‹a›, ‹b›]")
    #expect(html(of: [Token(text: "a"), Token(text: "b")]) == nil)
  }

  @Test("The author's own display wins")
  func displayables() {
    #expect(Display(of: Heat(degrees: 21)) == .html("<b>21.0°</b>", text: "21.0°"))
    #expect(Display(of: Optional(Heat(degrees: 21)) as Any) == .html("<b>21.0°</b>", text: "21.0°"))
    #expect(text(of: ["a": Heat(degrees: 1)]) == #"["a": 1.0°]"#)
    #expect(text(of: [Display.text("Tensor [2]\n  1  2")]) == "[Tensor [2] …]")
  }

  @Test("Values of Foundation look as people write them")
  func foundation() throws {
    #expect(text(of: Date(timeIntervalSince1970: 0)) == "1970-01-01 00:00:00 +0000")
    #expect(text(of: try #require(URL(string: "https://example.org/a"))) == "https://example.org/a")
    #expect(text(of: Data(count: 1)) == "Data (1 byte)")
    #expect(text(of: Data(count: 3_400)) == "Data (3.4 kB)")
  }

  @Test("A dictionary and a set are sorted")
  func sorted() {
    #expect(text(of: ["b": 2, "a": 1]) == #"["a": 1, "b": 2]"#)
    #expect(text(of: Set([3, 1, 2])) == "[1, 2, 3]")
    #expect(text(of: [Figure.dot: 1].mapValues { $0 }) == "[.dot: 1]")
    #expect(text(of: Dictionary(uniqueKeysWithValues: (0..<12).map { ($0, $0) })).hasPrefix("[0: 0, 1: 1, 2: 2, 3: 3"))
    #expect(text(of: [String: Int]()) == "[:]")
  }

  @Test("A long value is laid out in lines")
  func lines() {
    struct Settings {
      var title = String(repeating: "a", count: 50)
      var other = String(repeating: "b", count: 50)
    }
    let expected = """
      DefaultTextTests.Settings(
        title: "\(String(repeating: "a", count: 50))",
        other: "\(String(repeating: "b", count: 50))"
      )
      """
    #expect(text(of: Settings()) == expected)
    let numbers = text(of: Array(0..<40)).split(separator: "\n")
    #expect(numbers.count == 4)
    #expect(numbers.allSatisfy { $0.count <= 88 })
  }
}
