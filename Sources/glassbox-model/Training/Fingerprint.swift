/// A number that tells contents apart: FNV-1a with 64 bits, over whole numbers in place of bytes.
///
/// It is the same on every machine and in every run. Source: Fowler, Noll, Vo and Eastlake, RFC 9923.
struct Fingerprint {
  private var value: UInt64 = 0xCBF2_9CE4_8422_2325

  mutating func add(_ numbers: some Sequence<some BinaryInteger>) {
    for number in numbers { value = (value ^ UInt64(truncatingIfNeeded: number)) &* 0x100_0000_01B3 }
  }

  var text: String { String(value, radix: 16) }
}
