/// Numbers to try kernels on: the same in every run.
struct Samples {
  private var state: UInt64

  init(seed: UInt64 = 1) { state = seed }

  /// Lengths around the widths of vectors and blocks, where loops go wrong.
  static let counts = [0, 1, 2, 3, 7, 8, 15, 16, 17, 31, 33, 63, 64, 65, 100, 129, 255, 257, 1000, 4099]

  /// Rows and columns of matrices.
  static let shapes = [
    [0, 5], [1, 1], [1, 7], [2, 16], [3, 17], [5, 33], [17, 65], [4, 100], [2, 257], [33, 3], [1, 1000],
  ]

  /// The next 64 bits of SplitMix64 (G. L. Steele, D. Lea and C. H. Flood, 2014).
  mutating func bits() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

  /// Numbers spread evenly between two bounds.
  mutating func floats(_ count: Int, from low: Float = -3, to high: Float = 3) -> [Float] {
    (0..<count).map { _ in low + (high - low) * Float(bits() >> 40) / 16_777_216 }
  }

  /// Whole numbers from 0 to below a bound.
  mutating func indices(_ count: Int, below bound: Int) -> [Int] {
    (0..<count).map { _ in Int(bits() % UInt64(bound)) }
  }
}
