// mistake: there is no case for four bytes, so no face and no flag can be written.
// caught by: fourBytes, borders
func utf8(_ number: Int) -> [Int] {
  let last = 128 + number % 64
  switch number {
  case 0..<128: return [number]
  case 128..<2048: return [192 + number / 64, last]
  case 55_296...57_343: return []
  case 2048..<65_536: return [224 + number / 4096, 128 + number / 64 % 64, last]
  default: return []
  }
}
