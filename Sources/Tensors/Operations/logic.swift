/// True where both masks are true.
///
///     logicalAnd(Tensor([true, true]), Tensor([true, false]))     // true  false
public func logicalAnd(_ left: Tensor, _ right: Tensor) -> Tensor { combinedMasks(left, right, "and") { $0 && $1 } }

/// True where at least one of the masks is true.
///
///     logicalOr(Tensor([false, true]), Tensor([false, false]))     // false  true
public func logicalOr(_ left: Tensor, _ right: Tensor) -> Tensor { combinedMasks(left, right, "or") { $0 || $1 } }

/// True where the mask is false.
///
///     logicalNot(Tensor([true, false]))     // false  true
public func logicalNot(_ mask: Tensor) -> Tensor { mask .== false }

private func combinedMasks(
  _ left: Tensor, _ right: Tensor, _ operation: String, _ combine: (Bool, Bool) -> Bool
) -> Tensor {
  guard let shape = Shape.broadcast(left.shape, right.shape) else {
    stop(.broadcast(operation: operation, left: left.shape, right: right.shape))
  }
  return Tensor.combined(
    left.withoutTape.converted(to: .bool), right.withoutTape.converted(to: .bool), shape, combine)
}
