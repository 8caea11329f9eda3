// mistake: the sign is lost.
// caught by: negative
func double(_ number: Int) -> Int { 2 * abs(number) }
