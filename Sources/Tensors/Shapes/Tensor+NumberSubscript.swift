// In an extension of a protocol, since a type's own subscripts are preferred to it: what is not an assignment of a number
// remains a tensor, `t[0, 1...]` as well as `t[0] * 2`. The result is one with which nothing can be computed.
extension Equatable where Self == Tensor {
  /// A part, for writing a number to all its places.
  ///
  ///     var t = Tensor([[1, 2, 3], [4, 5, 6]])
  ///     t[0, 0] = 9
  ///     t[1, 1...] = 0     // [[9, 2, 3], [4, 0, 0]]
  ///     t[0] = 7           // [[7, 7, 7], [4, 0, 0]]
  ///
  /// The number takes the tensor's type. One that integers or truth values cannot hold stops the program.
  @_disfavoredOverload
  public subscript(parts: any TensorIndex...) -> any TensorScalar {
    @available(*, unavailable, message: "A part of a tensor is a tensor. Its number, if it is one, is t[…].item.")
    get { self.part(parts.map(\.subscriptPart)).item }
    set { self.setPart(parts.map(\.subscriptPart), self.number(newValue)) }
  }
}
