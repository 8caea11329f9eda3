/// Lemire's method, with a place of its own for each second try, so that an integer always takes two words of the list.
enum EvenInteger {
  /// The integer below a bound for a random number of 64 bits that lies at a position of the list.
  @inline(__always) static func below(_ bound: UInt64, _ random: UInt64, at position: UInt64, key: UInt64) -> UInt64 {
    let product = random.multipliedFullWidth(by: bound)
    return product.low >= bound ? product.high : tryingAgain(bound, product, at: position, key: key)
  }

  /// The division is needed only here, where the remainder is below the bound: rarely, for all bounds in use.
  @inline(never) private static func tryingAgain(
    _ bound: UInt64, _ first: (high: UInt64, low: UInt64), at position: UInt64, key: UInt64
  ) -> UInt64 {
    // 2⁶⁴ mod bound
    let uneven = (0 &- bound) % bound
    var product = first
    var attempt: UInt32 = 0
    while product.low < uneven {
      let block = Philox.block([position.lowHalf, position.highHalf, Domain.retries.rawValue, attempt], key: key)
      product = UInt64(low: block[0], high: block[1]).multipliedFullWidth(by: bound)
      attempt &+= 1
    }
    return product.high
  }
}
