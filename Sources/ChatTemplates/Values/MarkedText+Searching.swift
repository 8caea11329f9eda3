extension MarkedText {
  /// Where another text begins, from a place on.
  func firstPlace(of part: MarkedText, from start: Int = 0) -> Int? {
    found(part, start..<count, isForward: true)
  }

  /// Where another text begins the last time before a place, behind which it does not reach.
  func lastPlace(of part: MarkedText, before end: Int) -> Int? { found(part, 0..<end, isForward: false) }

  /// Looks at each character once, so that no text takes long. Source: Knuth, Morris and Pratt, Fast Pattern Matching in Strings,
  /// 1977.
  private func found(_ part: MarkedText, _ range: Range<Int>, isForward: Bool) -> Int? {
    let size = part.count
    guard size <= range.count else { return nil }
    guard size > 0 else { return isForward ? range.lowerBound : range.upperBound }
    func wanted(_ index: Int) -> Unicode.Scalar { part.scalars[isForward ? index : size - 1 - index].scalar }
    // How much of the part stands behind its first characters once more.
    var (borders, border) = ([0], 0)
    for index in stride(from: 1, to: size, by: 1) {
      while border > 0, wanted(index) != wanted(border) { border = borders[border - 1] }
      if wanted(index) == wanted(border) { border += 1 }
      borders.append(border)
    }
    var matched = 0
    for step in 0..<range.count {
      let place = isForward ? range.lowerBound + step : range.upperBound - 1 - step
      let scalar = scalars[place].scalar
      while matched > 0, scalar != wanted(matched) { matched = borders[matched - 1] }
      if scalar == wanted(matched) { matched += 1 }
      if matched == size { return isForward ? place - size + 1 : place }
    }
    return nil
  }
}
