/// Arithmetic with sizes that a file claims.
enum ArraySize {
  /// How many bytes an array takes, or `nil` if that is no number that a machine can count, or a size is negative.
  ///
  /// A size of 0 makes the array empty, but does not excuse the others: their product must be one that a stride can have.
  static func byteCount(_ shape: [Int], _ format: StoredFormat) -> Int? {
    var count = format.byteCount
    for size in shape {
      let (product, overflows) = count.multipliedReportingOverflow(by: max(size, 1))
      guard size >= 0, !overflows else { return nil }
      count = product
    }
    return shape.contains(0) ? 0 : count
  }
}
