// mistake: numbers that mean no character get bytes, too.
// caught by: nothing
func utf8(_ number: Int) -> [Int] {
  let last = 128 + number % 64
  if number < 128 { return [number] }
  if number < 2048 { return [192 + number / 64, last] }
  if number < 65_536 { return [224 + number / 4096, 128 + number / 64 % 64, last] }
  return [240 + number / 262_144, 128 + number / 4096 % 64, 128 + number / 64 % 64, last]
}
