import Testing

@testable import Displays

@Suite("Types are named as learners write them") struct TypeNameTests {
  private struct Hidden {}

  @Test(
    arguments: [
      ([Float].self as Any.Type, "[Float]"), ([String: Int].self, "[String: Int]"), (Int?.self, "Int?"),
      ([[Int?]].self, "[[Int?]]"), ((Int, String).self, "(Int, String)"),
      ((a: Int, b: [Int]).self, "(a: Int, b: [Int])"),
      (((Int) -> Void).self, "(Int) -> ()"), (((Int) -> Int)?.self, "((Int) -> Int)?"), (Set<Point>.self, "Set<Point>"),
      (Outer.Inner<[Int]>.self, "Outer.Inner<[Int]>"), (Hidden.self, "TypeNameTests.Hidden"), (Any.self, "Any"),
      (Result<Int, any Error>.self, "Result<Int, Error>"), (Range<Int>.Type.self, "Range<Int>.Type"),
      ([String: [Int: Point?]].self, "[String: [Int: Point?]]"),
    ] as [(Any.Type, String)])
  func names(type: Any.Type, expected: String) { #expect(TypeName(of: type).description == expected) }

  @Test(
    "Names that the runtime writes in cells",
    arguments: [
      ("Cell3.Point", "Point"), ("Swift.Array<Cell3.Point>", "[Point]"),
      ("Cell3.(unknown context at $7f00).Point", "Point"),
      ("(extension in Cell4):Cell3.Outer.Inner", "Outer.Inner"), ("Cell3.Matrix<2, 3>", "Matrix<2, 3>"),
      ("Swift.Optional<Cell3.Model & Cell4.Other>", "(Model & Other)?"), ("", ""), ("Swift.Array<", "Array"),
      ("a<,>", "a<>"),
    ])
  func spelling(qualified: String, expected: String) { #expect(TypeName(qualified: qualified).description == expected) }
}
