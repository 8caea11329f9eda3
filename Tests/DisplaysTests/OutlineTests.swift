import FoundationEssentials
import Testing

@testable import Displays

struct Point {
  var x: Int
  var y: Int
}
struct Named: CustomStringConvertible { var description: String { "the <one>" } }
final class Node {
  var value: Int
  var next: Node?
  init(_ value: Int) { self.value = value }
}
enum Shape {
  case dot
  case circle(radius: Double)
  case box(Int, Int)
  case wrapped(Point)
}
actor Counter { var count = 0 }
@Suite struct Probe {
  @Test func show() {
    let node = Node(1)
    node.next = Node(2)
    node.next?.next = node
    let values: [Any] = [
      42, 1.5 as Float, "a \"b\"\n", Character("x"), Optional<Int>.none as Any, Optional(3) as Any, true,
      Array(0..<1000), Array(0..<40), Array(0..<25).map { Double($0) / 3 }, [String](), [:] as [String: Int],
      ["b": 2, "a": 1], Set([3, 1, 2]),
      Point(x: 1, y: 2), [Point(x: 1, y: 2)], [Point(x: 1, y: 2), Point(x: 1, y: 20)], (1, b: "x"), Named(), [Named()],
      node, Shape.dot, Shape.circle(radius: 2), Shape.box(1, 2), Shape.wrapped(Point(x: 1, y: 2)),
      { (x: Int) -> Int in x } as (Int) -> Int, Int.self, Data([1, 2, 3]), Date(timeIntervalSince1970: 0),
      URL(string: "https://a.b/c")!,
      0..<5, Counter(), ["x": [1, 2, 3]] as [String: [Int]], [[1, 2, 3], [4, 50, 6]], [["a": 1], ["a": 3, "b": 4]],
      String(repeating: "é", count: 5000), Array(repeating: Array(repeating: 0, count: 100), count: 100), (),
      Optional<Int?>.some(nil) as Any,
      ["one": 1, "two": 2, "three": 3], zip([1, 2], [3, 4]), [1, 2].enumerated(), DisplayHandle(), UUID(),
      ContinuousClock.now, Duration.seconds(3), "abc".dropFirst(), [1, "a", nil] as [Any?],
      ["x": Float(1)].mapValues { $0 }.keys, "abc"[...].utf8, [1, 2, 3].lazy.map { $0 + 1 },
      stride(from: 0, to: 10, by: 2), \Point.x, UnsafeRawPointer(bitPattern: 16)!,
    ]
    for value in values {
      print("--", TypeName(of: type(of: value)))
      let display = Display(of: value)
      print(display.text)
      if case .text(let html) = display[.html] { print("   HTML", html.prefix(300)) }
      print("  ", VariableSummary(of: value))
    }
  }
}
