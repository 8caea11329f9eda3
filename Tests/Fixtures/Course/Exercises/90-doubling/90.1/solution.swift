func double(_ number: Int) -> Int {
  let sum = number + number
  return sum
}
