import Displays
import Testing

@testable import Tensors

@Suite("What a tensor looks like") struct TensorShowingTests {
  @Test("Shape, type and numbers under each other")
  func description() {
    #expect(softmax(Tensor([[1, 2, 2]])).description == "Tensor [1, 3] Float\n  0.155  0.422  0.422")
    #expect(Tensor([[1, 20], [300, 4]]).description == "Tensor [2, 2] Float\n    1   20\n  300    4")
    #expect(Tensor(2.5).description == "Tensor [] Float\n  2.500")
    #expect(Tensor([Float]()).description == "Tensor [0] Float")
    #expect(Tensor([[1, 2], [3, 4]]).transposed().description == "Tensor [2, 2] Float\n  1  3\n  2  4")
  }

  @Test("Blocks have their indices, long ones are shortened")
  func elision() {
    #expect(
      Tensor.arange(4).reshaped(to: [2, 1, 2]).description
        == "Tensor [2, 1, 2] Float\n[0]\n  0  1\n[1]\n  2  3")
    #expect(Tensor.arange(100).description == "Tensor [100] Float\n   0   1   2   3   4   5  …  98  99")
    let large = Tensor.zeros([50, 100, 100]).description.split(separator: "\n")
    #expect(large.count == 1 + 4 * (1 + 8) + 1)
    #expect(large.last == "… 46 more")
    #expect(large.filter { $0 == "  …" }.count == 4)
  }

  @Test(
    "One way of writing fits all numbers of a tensor",
    arguments: [
      ([1, -2, 0], ["1", "-2", "0"]), ([0.5, 100], ["0.500", "100.000"]), ([1.25e-5, 0], ["1.250e-05", "0"]),
      ([123_456.7, 1], ["1.235e+05", "1.000e+00"]), ([0.999_96, 9.999_6], ["1.000", "10.000"]),
      ([9.999_6e-5], ["1.000e-04"]),
      ([-0.000_4, 0.5], ["0.000", "0.500"]), ([.nan, .infinity, -.infinity, 1], ["nan", "inf", "-inf", "1"]),
      ([Double(Float.leastNonzeroMagnitude)], ["1.401e-45"]),
      ([-Double(Float.greatestFiniteMagnitude)], ["-3.403e+38"]),
    ] as [([Double], [String])])
  func numbers(numbers: [Double], expected: [String]) {
    let format = NumberFormat(for: numbers)
    #expect(numbers.map(format.text) == expected)
  }

  @Test("A notebook shows a table, the range of the numbers and a heat map")
  func rich() throws {
    let display = Tensor([[1, 2], [3, 6]]).display
    guard case .text(let markup) = display[.html] else {
      Issue.record("no HTML")
      return
    }
    #expect(display.text == "Tensor [2, 2] Float\n  1  2\n  3  6")
    #expect(markup.contains("Tensor [2, 2] Float"))
    #expect(markup.contains("<tr><td>1</td><td>2</td></tr><tr><td>3</td><td>6</td></tr>"))
    #expect(markup.contains("min 1 · mean 3 · max 6"))
    #expect(markup.contains("<svg"))
    #expect(markup.count { $0 == "<" } == markup.count { $0 == ">" })
    #expect(markup.contains("rgb(0,34,78)") && markup.contains("rgb(254,232,56)"))
    #expect(!markup.contains("<script"))
  }

  @Test("Of truth values it is told how many are true")
  func truthValues() {
    let markup = (Tensor([1, 2, 3, 4]) .> 1).display[.html].map { "\($0)" } ?? ""
    #expect(markup.contains("3 of 4 are true"))
    #expect(!markup.contains("mean"))
  }

  @Test("Numbers that are not finite are counted and left out of the statistics")
  func statistics() {
    #expect(TensorStatistics([1, .nan, 3, .infinity])?.text == "min 1 · mean 2 · max 3 · 2 not finite")
    #expect(TensorStatistics([.nan]) == nil)
    #expect(Tensor([Float.nan, .infinity]).display.text.contains("nan"))
  }

  @Test(
    "A heat map is small whatever the tensor's size",
    arguments: [[2], [1_000], [3, 5, 7], [1, 1_000_000], [1_000, 1_000]])
  func heatStrip(shape: [Int]) throws {
    let tensor = Tensor.arange(shape.reduce(1, *)).reshaped(to: shape)
    let statistics = try #require(TensorStatistics(tensor.doubles))
    let strip = try #require(HeatStrip(tensor, statistics))
    #expect(strip.fields.count <= 8)
    #expect(strip.fields.allSatisfy { $0.count <= 32 })
    #expect(strip.svg.utf8.count < 20_000)
    let first = try #require(strip.fields.first?.first ?? nil)
    let last = try #require(strip.fields.last?.last ?? nil)
    #expect(first < last)
  }

  @Test("Equal numbers, one number and no numbers show without trouble")
  func edges() {
    #expect(Tensor.ones([3]).display.contents.count == 2)
    #expect(Tensor(1).display.contents.count == 2)
    #expect(Tensor.zeros([0, 3]).display.text == "Tensor [0, 3] Float")
    #expect(Tensor([-Float.greatestFiniteMagnitude, .greatestFiniteMagnitude]).display.contents.count == 2)
  }

  @Test("A tensor tells its shape and bytes")
  func measurements() {
    #expect(Tensor.zeros([2, 3]).measurements == Measurements(shape: "[2, 3]", bytes: 24))
  }

  @Test("The list of variables knows tensors")
  func variable() throws {
    var emitted: [JSON] = []
    let value: Any = Tensor([[1, 2, 2]])
    withUnsafeMutablePointer(to: &emitted) { context in
      withUnsafePointer(to: value) { value in
        emitDescription(value: value, context: context) { context, bytes, count in
          let text = String(decoding: UnsafeBufferPointer(start: bytes, count: count), as: UTF8.self)
          let json = (try? JSON(parsing: text)) ?? .null
          context?.assumingMemoryBound(to: [JSON].self).pointee.append(json)
        }
      }
    }
    let expected: JSON = ["type": "Tensor", "value": "Tensor [1, 3] Float 1 2 2", "shape": "[1, 3]", "bytes": 12]
    #expect(emitted == [expected])
  }

  @Test("Inside another value a tensor is its shape")
  func nested() {
    struct Layer { var weight = Tensor.zeros([2, 3]) }
    #expect(Display(of: Layer()).text.hasSuffix("Layer(weight: Tensor [2, 3] Float …)"))
  }
}
