/// A use of an earlier cell's result: `_` in the place of a value, or `Out[3]`.
public struct ResultReference: Sendable, Equatable {
  /// `nil` is the latest result.
  public var number: Int?
  public var range: Range<Int>
}
