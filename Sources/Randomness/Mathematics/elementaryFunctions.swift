/// The natural logarithm of a normal number above 0.
///
/// The number is m · 2ᵉ with m from √½ to √2, and ln m = 2 artanh s with s = (m − 1) / (m + 1), by the first eleven
/// terms of the series s + s³/3 + s⁵/5 + … The system's function is not used because its last bit differs from machine
/// to machine.
func logarithm(_ number: Double) -> Double {
  let bits = Int64(bitPattern: number.bitPattern)
  // The bits of √½ are taken away, so that its exponent counts as that of 1.
  let exponent = (bits &- 0x3FE6_A09E_667F_3BCD) >> 52
  let m = Double(bitPattern: UInt64(bitPattern: bits &- exponent &<< 52))
  let s = (m - 1) / (m + 1)
  let s2 = s * s
  let far = 1 / 13 + s2 * (1 / 15 + s2 * (1 / 17 + s2 * (1 / 19 + s2 * (1 / 21))))
  let series = 1 + s2 * (1 / 3 + s2 * (1 / 5 + s2 * (1 / 7 + s2 * (1 / 9 + s2 * (1 / 11 + s2 * far)))))
  return Double(exponent) * 0x1.62e42fefa39efp-1 + 2 * s * series
}

/// e⁻ᵗ for t of at least 0; below the smallest normal number it is 0.
///
/// t is k · ln 2 + r with r between ±½ ln 2; e⁻ʳ by the first sixteen terms of the series 1 − r + r²/2! − …
func exponential(minus t: Double) -> Double {
  guard t < 708 else { return 0 }
  let k = (t * 0x1.71547652b82fep+0 + 0.5).rounded(.down)
  // ln 2 in two parts: the product with the first has no rounding error.
  let r = (t - k * 0x1.62e42feep-1) - k * 0x1.a39ef35793c76p-33
  var series = 1.0
  for n in stride(from: 15.0, through: 1, by: -1) { series = 1 - series * r / n }
  return series * Double(bitPattern: UInt64(1023 - Int(k)) << 52)
}
