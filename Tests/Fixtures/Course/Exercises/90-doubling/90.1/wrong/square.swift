// mistake: the number is multiplied by itself.
// caught by: three, negative
func double(_ number: Int) -> Int { number * number }
