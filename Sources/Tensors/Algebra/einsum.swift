/// Products and sums of tensors, told by naming the axes (Einstein's summation convention).
///
///     let (a, b) = (Tensor.ones([2, 3]), Tensor.ones([3, 4]))
///     einsum("ij,jk->ik", a, b)       // the matrix product, [2, 4]
///     einsum("ij->ji", a)             // the transpose, [3, 2]
///     einsum("ij->", a)               // the sum of all, 6
///     einsum("ij,ij->i", a, a)        // the product of each row with itself, 3  3
///     einsum("ii", Tensor.eye(3))     // the trace, 3
///
/// Each letter names an axis. Axes with the same letter have the same size and run together; a letter that is missing in the
/// result is summed over. Without `->` the result has the letters that occur once, in the order of the alphabet. `...` stands
/// for any axes in front, which are broadcast. The tensors are multiplied from left to right; each product is done by
/// ``Tensor/matmul(_:)`` where it sums something.
public func einsum(_ pattern: String, _ tensors: Tensor...) -> Tensor { einsum(pattern, tensors) }

/// The same for an array of tensors.
public func einsum(_ pattern: String, _ tensors: [Tensor]) -> Tensor {
  let names = EinsumPattern(pattern, tensors.map(\.shape))
  var sizes: [AxisLabel: Int] = [:]
  for (tensor, labels) in zip(tensors, names.operands) {
    for (size, label) in zip(tensor.shape, labels) {
      let known = sizes[label] ?? size
      if case .letter(let letter) = label, known != size { names.refuse(.sizes(letter, known, size)) }
      if known != size, known != 1, size != 1 { names.refuse(.otherSizes(known, size)) }
      sizes[label] = known == 1 ? size : known
    }
  }
  var rest = zip(tensors, names.operands).map { EinsumOperand($0, $1) }
  var product = rest.removeFirst()
  while !rest.isEmpty {
    let next = rest.removeFirst()
    product = product.contracted(with: next, keeping: Set(names.result + rest.flatMap(\.labels)))
  }
  return product.summed(keeping: Set(names.result)).arranged(names.result)
}
