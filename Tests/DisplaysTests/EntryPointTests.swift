import Testing

@testable import Displays

@Suite("Functions that the worker calls") struct EntryPointTests {
  private typealias Function = (UnsafeRawPointer, UnsafeMutableRawPointer?, Emit) -> Void

  /// Calls an entry point as the worker does and reads what it emits.
  private func call(_ function: Function, _ value: Any) throws -> [JSON] {
    var emitted: [String] = []
    var value = value
    withUnsafeMutablePointer(to: &emitted) { context in
      withUnsafePointer(to: &value) { pointer in
        function(pointer, context) { context, bytes, count in
          let text = String(decoding: UnsafeBufferPointer(start: bytes, count: count), as: UTF8.self)
          context?.assumingMemoryBound(to: [String].self).pointee.append(text)
        }
      }
    }
    return try emitted.map { try JSON(parsing: $0) }
  }

  @Test("The result of a cell comes as data and metadata")
  func result() throws {
    #expect(try call(emitResult, 42) == [["data": ["text/plain": "42"], "metadata": [:]]])
    let picture = try call(emitResult, pngHeader(width: 1, height: 2))
    #expect(picture.first?["metadata"] == ["image/png": ["width": 257, "height": 2]])
    #expect(
      try call(emitResult, VegaLite(["mark": "bar"])).first?["data"]?["application/vnd.vegalite.v5+json"] == [
        "mark": "bar"
      ])
  }

  @Test("The handle of a display is no result")
  func handle() throws {
    let handle = Stage.$current.withValue(Recorder().notebook()) { display(1) }
    #expect(try call(emitResult, handle).isEmpty)
  }

  @Test("A variable comes with its type, value, shape and bytes")
  func description() throws {
    let expected: JSON = [
      "type": "[Float]", "value": "[1.0, 2.0]", "shape": "2 elements", "bytes": .integer(8 + 2 * 4 + 32),
    ]
    #expect(try call(emitDescription, [1, 2] as [Float]) == [expected])
  }

  struct Measurable: Measured {
    var measurements: Measurements { Measurements(shape: "[2, 3]", bytes: 24) }
  }

  @Test("A type that measures itself is believed")
  func measured() {
    let summary = VariableSummary(of: Measurable())
    #expect(summary.shape == "[2, 3]" && summary.bytes == 24)
    #expect(VariableSummary(of: [Measurable(), Measurable()]).bytes > 40)
  }

  @Test(
    "Bytes are counted exactly where that is cheap",
    arguments: [
      (7, 8), ([Int32](repeating: 0, count: 1_000_000), 8 + 4_000_000 + 32), ("short", 16),
      (String(repeating: "a", count: 1_000), 16 + 1_000 + 32), ([String](repeating: "short", count: 10), 8 + 160 + 32),
      (Optional([Int](repeating: 0, count: 10)), 8 + 80 + 32), (Point(x: 1, y: 2), 16),
      (Set(0..<100), 8 + 800 + 32),
    ] as [(any Sendable, Int)])
  func bytes(value: any Sendable, expected: Int) { #expect(VariableSummary(of: value).bytes == expected) }

  @Test("Long collections of larger things are judged by their first elements")
  func sampledBytes() {
    let texts = Array(repeating: String(repeating: "a", count: 100), count: 10_000)
    #expect(VariableSummary(of: texts).bytes == 8 + 10_000 * (16 + 132) + 32)
  }

  @Test(
    "The value is one line of at most 80 characters",
    arguments: [
      Array(0..<1000), String(repeating: "a\n", count: 500), Array(repeating: Point(x: 1, y: 2), count: 50),
      Token(text: String(repeating: "b\n", count: 100)), ["k": Array(repeating: "long text", count: 40)],
    ] as [any Sendable])
  func oneLine(value: any Sendable) {
    let summary = VariableSummary(of: value)
    #expect(summary.value.count <= 80)
    #expect(!summary.value.contains("\n"))
  }

  @Test(
    arguments: [
      ("héllo", "5 characters"), ([1], "1 element"), (["a": 1, "b": 2], "2 elements"), (3, ""),
      (Point(x: 1, y: 2), ""),
    ] as [(any Sendable, String)])
  func shapes(value: any Sendable, expected: String) { #expect(VariableSummary(of: value).shape == expected) }
}
