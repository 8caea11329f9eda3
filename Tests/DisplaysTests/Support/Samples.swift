import FoundationEssentials

@testable import Displays

struct Point: Hashable {
  var x: Int
  var y: Int
}

struct Token: CustomStringConvertible {
  var text: String
  var description: String { "‹\(text)›" }
}

struct Heat: Displayable {
  var degrees: Double
  var display: Display { .html("<b>\(degrees)°</b>", text: "\(degrees)°") }
}

class Node {
  var value: Int
  var next: Node?
  init(_ value: Int, next: Node? = nil) {
    self.value = value
    self.next = next
  }
}

final class NamedNode: Node {
  let name = "leaf"
}

enum Figure: Hashable {
  case dot
  case circle(radius: Double)
  case box(Int, Int)
  case around(Point)
}

actor Counter {
  var count = 0
}

struct Lazy {
  lazy var total = 5
  var first = 1
}

enum Outer {
  struct Inner<Element> {
    var element: Element
  }
}

func text(of value: Any) -> String { Display(of: value).text }

func html(of value: Any) -> String? {
  guard case .text(let markup) = Display(of: value)[.html] else { return nil }
  return markup
}

/// The signature and the header chunk of a PNG of the given size.
func pngHeader(width: UInt8, height: UInt8) -> Data {
  Data([0x89, 0x50, 0x4E, 0x47, 13, 10, 26, 10, 0, 0, 0, 13] + Array("IHDR".utf8) + [0, 0, 1, width, 0, 0, 0, height])
}

/// The first segments of a JPEG: one to skip, then the start of a frame.
let jpegHeader = Data(
  [0xFF, 0xD8, 0xFF, 0xE0, 0, 4, 1, 2, 0xFF, 0xFF, 0xC0, 0, 11, 8, 0, 40, 1, 0, 1, 1, 0x11, 0] + [0xFF, 0xD9])
