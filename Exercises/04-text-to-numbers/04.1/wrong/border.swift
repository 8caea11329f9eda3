// mistake: 127 and 2,047 are taken for the first numbers of the next length; they are the last ones of theirs.
// caught by: borders
func utf8(_ number: Int) -> [Int] {
  let last = 128 + number % 64
  if number < 0 || number > 1_114_111 || (number >= 55_296 && number <= 57_343) { return [] }
  if number < 127 { return [number] }
  if number < 2047 { return [192 + number / 64, last] }
  if number < 65_535 { return [224 + number / 4096, 128 + number / 64 % 64, last] }
  return [240 + number / 262_144, 128 + number / 4096 % 64, 128 + number / 64 % 64, last]
}
