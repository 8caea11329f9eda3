/// The method of Box and Muller: a point whose two coordinates are normal has a direction that is uniform and a distance
/// √(−2 ln u) with a uniform u, and so the other way round.
///
/// Every step is one operation of IEEE 754 in single precision, which has one right result on every machine.
///
/// Source: Box and Muller, *A Note on the Generation of Random Normal Deviates*, Annals of Mathematical Statistics 29,
/// 1958.
enum BoxMuller {
  /// Replaces pairs of words by pairs of normal numbers: their bit patterns.
  static func transform(_ words: UnsafeMutablePointer<UInt32>, pairs: Int) {
    for pair in 0..<pairs {
      let radius = radius(words[2 &* pair])
      let (x, y) = direction(words[2 &* pair &+ 1])
      words[2 &* pair] = (radius * x).bitPattern
      words[2 &* pair &+ 1] = (radius * y).bitPattern
    }
  }

  /// How far the point is from the origin: 0 to 6.66.
  @inline(__always) static func radius(_ word: UInt32) -> Float {
    let uniform = (Float(Int32(bitPattern: word >> 1)) + 0.5) * 0x1p-31
    return (-2 * logarithm(uniform)).squareRoot()
  }

  /// The natural logarithm of a normal number above 0 and at most 1.
  ///
  /// The number is m · 2ᵉ with m from √½ to √2, and ln m = 2 artanh s with s = (m − 1) / (m + 1), by the first terms of
  /// the series s + s³/3 + s⁵/5 + …
  @inline(__always) static func logarithm(_ number: Float) -> Float {
    let bits = Int32(bitPattern: number.bitPattern)
    let exponent = (bits &- rootOfHalf) >> 23
    let m = Float(bitPattern: UInt32(bitPattern: bits &- exponent &<< 23))
    let s = (m - 1) / (m + 1)
    let s2 = s * s
    let series = 1 + s2 * (1 / 3 + s2 * (1 / 5 + s2 * (1 / 7 + s2 * (1 / 9))))
    return Float(exponent) * 0x1.62e43p-1 + 2 * s * series
  }

  /// The bits of √½.
  private static let rootOfHalf: Int32 = 0x3F35_04F3

  /// The cosine and the sine of a uniform angle.
  ///
  /// The upper two bits choose one of four quarters of the circle; the others an angle of at most 45° from its middle
  /// line, for which the first terms of the two series are enough.
  @inline(__always) static func direction(_ word: UInt32) -> (x: Float, y: Float) {
    let angle = Float(Int32(bitPattern: word &<< 2)) * 0x1p-32 * 0x1.921fb6p+0
    let a2 = angle * angle
    let sine = angle * (1 + a2 * (-1 / 6 + a2 * (1 / 120 + a2 * (-1 / 5040 + a2 * (1 / 362_880)))))
    let cosine = 1 + a2 * (-1 / 2 + a2 * (1 / 24 + a2 * (-1 / 720 + a2 * (1 / 40320))))
    let isUpright = word & 0x4000_0000 != 0
    let (x, y) = isUpright ? (sine, cosine) : (cosine, sine)
    // Quarters 1 and 2 are left of the origin, 2 and 3 below it: the sign is the uppermost bit.
    let xSign = (word &+ 0x4000_0000) & 0x8000_0000
    let ySign = word & 0x8000_0000
    return (Float(bitPattern: x.bitPattern ^ xSign), Float(bitPattern: y.bitPattern ^ ySign))
  }
}
