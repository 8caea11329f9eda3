import NumericKernels
import Testing

@Suite("Formats of numbers") struct ConversionTests {
  private let allBits = Array(UInt16.min...UInt16.max)

  private func shortened(
    _ count: Int, _ kernel: (UnsafeMutablePointer<UInt16>) -> Void
  ) -> [UInt16] {
    var result = [UInt16](repeating: 0, count: count)
    kernel(&result)
    return result
  }

  @Test("Every float16 becomes its float and comes back")
  func float16() {
    let floats = output(allBits.count) { Kernels.float16(allBits, into: $0, count: allBits.count) }
    let back = shortened(allBits.count) { Kernels.float16(from: floats, into: $0, count: allBits.count) }
    for (bits, (float, again)) in zip(allBits, zip(floats, back)) {
      let exact = Float(Float16(bitPattern: bits))
      #expect(exact.isNaN ? float.isNaN : float.bitPattern == exact.bitPattern)
      #expect(exact.isNaN ? Float16(bitPattern: again).isNaN : again == bits)
    }
  }

  @Test("Floats between two of them go to the nearest, halves to the even one")
  func rounding() {
    var samples = Samples()
    let floats =
      samples.floats(5000, from: -70000, to: 70000) + samples.floats(5000, from: -1e-4, to: 1e-4)
      + [65519.99, 65520, 2048 + 1, 2048 + 3, 1e-8, 2.98e-8, .infinity, -.infinity]
    let halves = shortened(floats.count) { Kernels.float16(from: floats, into: $0, count: floats.count) }
    #expect(halves == floats.map { Float16($0).bitPattern })
  }

  @Test("Every bfloat16 becomes its float and comes back")
  func bfloat16() {
    let floats = output(allBits.count) { Kernels.bfloat16(allBits, into: $0, count: allBits.count) }
    #expect(floats.map(\.bitPattern) == allBits.map { UInt32($0) << 16 })
    let back = shortened(allBits.count) { Kernels.bfloat16(from: floats, into: $0, count: allBits.count) }
    for (bits, (float, again)) in zip(allBits, zip(floats, back)) {
      // A signalling NaN becomes a quiet one.
      #expect(again == (float.isNaN ? bits | 0x40 : bits))
    }
  }

  @Test(
    "bfloat16 rounds to the nearest, halves to the even one, and keeps NaN",
    arguments: [
      (0x3F80_7FFF, 0x3F80), (0x3F80_8000, 0x3F80), (0x3F80_8001, 0x3F81), (0x3F81_8000, 0x3F82),
      (0x7F7F_FFFF, 0x7F80), (0x7F80_0001, 0x7FC0), (0xFFFF_FFFF, 0xFFFF), (0x8000_0000, 0x8000),
    ] as [(UInt32, UInt16)])
  func bfloat16Rounding(bits: UInt32, expected: UInt16) {
    #expect(shortened(1) { Kernels.bfloat16(from: [Float(bitPattern: bits)], into: $0, count: 1) } == [expected])
  }

  @Test("Whole numbers with a scale")
  func int8() {
    let bytes = Array(Int8.min...Int8.max)
    let floats = output(bytes.count) { Kernels.int8(bytes, times: 0.5, into: $0, count: bytes.count) }
    #expect(floats == bytes.map { Float($0) / 2 })
  }
}
