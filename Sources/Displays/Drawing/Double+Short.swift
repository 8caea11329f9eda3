extension Double {
  /// The number with at most one decimal, as coordinates in a drawing need no more.
  package var short: String {
    let tenths = Int((self * 10).rounded())
    let (whole, rest) = abs(tenths).quotientAndRemainder(dividingBy: 10)
    return (tenths < 0 ? "-" : "") + (rest == 0 ? "\(whole)" : "\(whole).\(rest)")
  }
}
