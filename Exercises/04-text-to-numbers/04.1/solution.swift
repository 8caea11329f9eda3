/// The bytes of a Unicode number in UTF-8, or none if it means no character.
func utf8(_ number: Int) -> [Int] {
  let last = 128 + number % 64
  switch number {
  case 0..<128: return [number]
  case 128..<2048: return [192 + number / 64, last]
  case 55_296...57_343: return []
  case 2048..<65_536: return [224 + number / 4096, 128 + number / 64 % 64, last]
  case 65_536...1_114_111:
    return [240 + number / 262_144, 128 + number / 4096 % 64, 128 + number / 64 % 64, last]
  default: return []
  }
}
