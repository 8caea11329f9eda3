/// One place in the brackets of a tensor: an index, a range, a range with a step, or a new axis. An index below 0 counts from
/// the end.
///
///     t[0, 1..., .newAxis]
///     t[.all, (0...).by(2)]
public protocol TensorIndex {
  /// What the place asks for.
  var subscriptPart: SubscriptPart { get }
}

/// What one place in the brackets of a tensor asks for.
public struct SubscriptPart: TensorIndex, Sendable {
  enum Kind: Sendable {
    case index(Int)
    case slice(bounds: @Sendable (Int) -> SliceBounds, step: Int)
    case newAxis
  }
  let kind: Kind
  public var subscriptPart: SubscriptPart { self }
}

extension TensorIndex where Self == SubscriptPart {
  /// A new axis of size 1 at this place.
  public static var newAxis: SubscriptPart { SubscriptPart(kind: .newAxis) }
  /// The whole axis.
  public static var all: SubscriptPart { (0...).subscriptPart }
}

extension Int: TensorIndex {
  public var subscriptPart: SubscriptPart { SubscriptPart(kind: .index(self)) }
}

extension RangeExpression where Self: Sendable, Bound == Int {
  /// Every `step`-th index of this range; backwards from its end if the step is negative.
  ///
  ///     Tensor.arange(6)[(1...).by(2)]     // 1  3  5
  public func by(_ step: Int) -> SubscriptPart {
    SubscriptPart(kind: .slice(bounds: { SliceBounds(self, size: $0) }, step: step))
  }

  public var subscriptPart: SubscriptPart { by(1) }
}

extension Range: TensorIndex where Bound == Int {}
extension ClosedRange: TensorIndex where Bound == Int {}
extension PartialRangeFrom: TensorIndex where Bound == Int {}
extension PartialRangeUpTo: TensorIndex where Bound == Int {}
extension PartialRangeThrough: TensorIndex where Bound == Int {}
