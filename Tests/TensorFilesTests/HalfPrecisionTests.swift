import Foundation
import Testing

@testable import TensorFiles

/// Holds both formats of 16 bits, for all their 65,536 numbers, against what the bits mean by definition (IEEE 754 for
/// `float16`): the sign, then an exponent, then a fraction, which has a leading 1 unless the exponent is 0.
@Suite("Half precision") struct HalfPrecisionTests {
  struct Layout: Sendable {
    var format: StoredFormat
    var exponentBits: Int
    var fractionBits: Int

    func value(_ bits: UInt16) -> Double {
      let exponent = Int(bits) >> fractionBits & (1 << exponentBits - 1)
      let fraction = Int(bits) & (1 << fractionBits - 1)
      let bias = 1 << (exponentBits - 1) - 1
      let sign: Double = bits >> 15 == 0 ? 1 : -1
      if exponent == 1 << exponentBits - 1 { return fraction == 0 ? sign * .infinity : .nan }
      let significand = exponent == 0 ? fraction : fraction + 1 << fractionBits
      return sign * scalbn(Double(significand), max(exponent, 1) - bias - fractionBits)
    }
  }

  static let layouts = [
    Layout(format: .float16, exponentBits: 5, fractionBits: 10),
    Layout(format: .bfloat16, exponentBits: 8, fractionBits: 7),
  ]

  @Test("Every number is read as what its bits mean", arguments: layouts)
  func reading(layout: Layout) throws {
    let all = (0...UInt16.max).map { $0 }
    let array = try StoredArray(shape: [65_536], format: layout.format, bytes: all.flatMap(littleEndianBytes))
    let (floats, doubles) = (try array.floats(), try array.doubles())
    var differences: [UInt16] = []
    for bits in all {
      let expected = layout.value(bits)
      let (float, double) = (floats[Int(bits)], doubles[Int(bits)])
      let isEqual =
        expected.isNaN
        ? float.isNaN && double.isNaN
        : double.bitPattern == expected.bitPattern && float.bitPattern == Float(expected).bitPattern
      if !isEqual { differences.append(bits) }
    }
    #expect(differences.isEmpty)
  }

  private func stored(_ floats: [Float], _ format: StoredFormat) throws -> [UInt16] {
    let bytes = try StoredArray(shape: [floats.count], floats: floats, format: format).bytes()
    return stride(from: 0, to: bytes.count, by: 2).map { UInt16(bytes[$0]) | UInt16(bytes[$0 + 1]) << 8 }
  }

  @Test("Every number is written as itself, and not a number as that", arguments: layouts)
  func writing(layout: Layout) throws {
    let all = (0...UInt16.max).map { $0 }
    let written = try stored(all.map { Float(layout.value($0)) }, layout.format)
    let differences = all.filter { bits in
      layout.value(bits).isNaN ? !layout.value(written[Int(bits)]).isNaN : written[Int(bits)] != bits
    }
    #expect(differences.isEmpty)
  }

  @Test("What lies between two numbers goes to the nearer, from the middle to the even one", arguments: layouts)
  func rounding(layout: Layout) throws {
    let infinity = UInt16(1 << layout.exponentBits - 1) << layout.fractionBits
    // The middle between the largest number and the one that would come next belongs to infinity.
    let lower = (0..<infinity - 1).map { $0 }
    let middles = lower.map { Float((layout.value($0) + layout.value($0 + 1)) / 2) }
    let even = lower.map { $0 % 2 == 0 ? $0 : $0 + 1 }
    #expect(try stored(middles, layout.format) == even)
    #expect(try stored(middles.map(\.nextUp), layout.format) == lower.map { $0 + 1 })
    #expect(try stored(middles.map(\.nextDown), layout.format) == lower)
    #expect(try stored(middles.map { -$0 }, layout.format) == even.map { $0 | 0x8000 })
  }

  @Test("What is too large becomes infinite")
  func overflow() throws {
    // The largest float16 is 65,504; half a step above it lies 65,520.
    #expect(try stored([65_519.996, 65_520, -1e9, .infinity], .float16) == [0x7BFF, 0x7C00, 0xFC00, 0x7C00])
    #expect(try stored([.greatestFiniteMagnitude, -.infinity], .bfloat16) == [0x7F80, 0xFF80])
  }

  @Test("Not a number stays it, also if only the lower half of its bits said so")
  func notANumber() throws {
    let nan = Float(bitPattern: 0x7F80_0001)
    for layout in Self.layouts {
      #expect(try stored([nan, -nan, .nan], layout.format).allSatisfy { layout.value($0).isNaN })
    }
  }
}
