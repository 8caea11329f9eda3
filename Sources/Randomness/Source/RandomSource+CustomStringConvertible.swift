extension RandomSource: CustomStringConvertible {
  /// Where the source stands in its list of random words.
  ///
  ///     RandomSource(seed: 42).description     // "RandomSource(key: 42, position: 0)"
  public var description: String {
    let generator = generator
    return "RandomSource(key: \(generator.key), position: \(generator.position))"
  }
}
