import Testing

@Suite("Extensions")
struct ExtensionTests {
  @Test("extensions can be run again and again", arguments: Self.extensions)
  func checkExtensions(_ script: Script) async throws { try await script.check() }

  static let extensions: [Script] = [
    Script(
      "protocol with default implementations",
      #"""
      protocol Greeter { var name: String { get } }
      extension Greeter { func greet() -> String { "Hello \(name)" } }
      ---
      struct A: Greeter { let name = "a" }
      ---
      A().greet()
      //= "Hello a"
      ---
      extension Greeter { func greet() -> String { "Hi \(name)" } }
      --- again 3
      //= "Hi a"
      --- again 4
      --- again 4
      --- again 3
      //= "Hi a"
      ---
      extension Greeter { func bye() -> String { "Bye \(name)" } }
      ---
      A().bye()
      //= "Bye a"
      ---
      protocol Greeter { var name: String { get }; var age: Int { get } }
      //? Greeter is new
      ---
      struct B: Greeter { let name = "b"; let age = 3 }
      B().age
      //= 3
      """#),
    Script(
      "extension members run three times",
      #"""
      struct P { var x = 3 }
      ---
      extension P { func double() -> Int { x * 2 }; var half: Double { Double(x) / 2 } }
      ---
      print(P().double(), P().half)
      //> 6 1.5
      --- again 2
      --- again 3
      //> 6 1.5
      --- again 2
      --- again 3
      //> 6 1.5
      ---
      extension P { func double() -> Int { x * 20 } }
      --- again 3
      //> 60 1.5
      ---
      extension P { func double() -> Int { x * 200 } }
      --- again 3
      //> 600 1.5
      --- again 2
      --- again 3
      //> 6 1.5
      """#),
    Script(
      "conformance run three times",
      #"""
      struct P { var x = 3 }
      ---
      extension P: CustomStringConvertible { var description: String { "P:\(x)" } }
      ---
      print(P())
      //> P:3
      --- again 2
      --- again 3
      //> P:3
      ---
      extension P: CustomStringConvertible { var description: String { "PP:\(x)" } }
      --- again 3
      //> PP:3
      ---
      extension P: CustomStringConvertible { var description: String { "PPP:\(x)" } }
      --- again 3
      //> PPP:3
      --- again 2
      --- again 3
      //> P:3
      """#),
    Script(
      "conformance to own protocol",
      #"""
      protocol Area { func area() -> Double }
      ---
      struct Square { var s = 2.0 }
      ---
      extension Square: Area { func area() -> Double { s * s } }
      ---
      let shapes: [any Area] = [Square()]
      shapes.map { $0.area() }
      //= [4.0]
      ---
      extension Square: Area { func area() -> Double { s * s * 100 } }
      ---
      shapes.map { $0.area() }
      //= [400.0]
      --- again 5
      --- again 6
      //= [400.0]
      """#),
    Script(
      "stdlib extension",
      #"""
      extension Int { var squared: Int { self * self } }
      ---
      3.squared
      //= 9
      --- again 1
      --- again 2
      //= 9
      ---
      extension Int { var squared: Int { self * self * 1000 } }
      --- again 2
      //= 9000
      ---
      extension Array where Element == Int { func total() -> Int { reduce(0, +) } }
      ---
      [1, 2].total()
      //= 3
      --- again 7
      --- again 7
      --- again 8
      //= 3
      """#),
    Script(
      "hashable comparable in extension",
      #"""
      struct Card { var n: Int }
      ---
      extension Card: Hashable, Comparable {
        static func == (a: Card, b: Card) -> Bool { a.n == b.n }
        static func < (a: Card, b: Card) -> Bool { a.n < b.n }
        func hash(into hasher: inout Hasher) { hasher.combine(n) }
      }
      ---
      [Card(n: 3), Card(n: 1)].sorted().map(\.n)
      //= [1, 3]
      ---
      Set([Card(n: 1), Card(n: 1)]).count
      //= 1
      --- again 2
      --- again 3
      //= [1, 3]
      ---
      extension Card: Hashable, Comparable {
        static func == (a: Card, b: Card) -> Bool { a.n == b.n }
        static func < (a: Card, b: Card) -> Bool { a.n > b.n }
        func hash(into hasher: inout Hasher) { hasher.combine(n) }
      }
      --- again 3
      //= [3, 1]
      """#),
  ]
}
