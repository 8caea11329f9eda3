/// Numbers that look random and are the same in every run (SplitMix64).
struct SeededNumbers: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}

/// The bytes with one to four small damages: bits turned over, bytes replaced, pieces cut out, doubled or moved, and
/// digits changed, which damages sizes and offsets more than the syntax.
func damaged(_ bytes: [UInt8], seed: UInt64) -> [UInt8] {
  var numbers = SeededNumbers(state: seed)
  var bytes = bytes
  let telling = Array("{}[](),:\"'\\0123456789-.eELTFnu <>|".utf8) + [0, 0x0A, 0x80, 0xC3, 0xFF]
  for _ in 0..<Int.random(in: 1...4, using: &numbers) {
    guard !bytes.isEmpty else { return bytes }
    let place = Int.random(in: bytes.indices, using: &numbers)
    let end = min(place + Int.random(in: 1...12, using: &numbers), bytes.count)
    switch Int.random(in: 0..<6, using: &numbers) {
    case 0: bytes[place] ^= 1 << UInt8.random(in: 0..<8, using: &numbers)
    case 1: bytes[place] = telling.randomElement(using: &numbers) ?? 0
    case 2: bytes.removeSubrange(place..<end)
    case 3: bytes.insert(contentsOf: bytes[place..<end], at: place)
    case 4: bytes.swapAt(place, Int.random(in: bytes.indices, using: &numbers))
    default:
      let digits = bytes.indices.filter { 0x30...0x39 ~= bytes[$0] }
      if let digit = digits.randomElement(using: &numbers) {
        bytes[digit] = UInt8.random(in: 0x30...0x39, using: &numbers)
      }
    }
  }
  return bytes
}
