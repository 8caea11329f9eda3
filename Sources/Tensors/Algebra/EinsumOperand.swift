/// A tensor whose axes have names.
struct EinsumOperand {
  private(set) var tensor: Tensor
  private(set) var labels: [AxisLabel]

  /// Takes the diagonal where a label occurs twice.
  init(_ tensor: Tensor, _ labels: [AxisLabel]) {
    self.tensor = tensor
    self.labels = labels
    while let second = self.labels.indices.first(where: { self.labels[..<$0].contains(self.labels[$0]) }),
      let first = self.labels.firstIndex(of: self.labels[second])
    {
      let others = self.labels.indices.filter { $0 != first && $0 != second }
      self.tensor = self.tensor.permuted(others + [first, second]).diagonal()
      self.labels = others.map { self.labels[$0] } + [self.labels[first]]
    }
  }

  /// The sum over all axes but some.
  func summed(keeping kept: Set<AxisLabel>) -> EinsumOperand {
    let gone = labels.indices.filter { !kept.contains(labels[$0]) }
    guard !gone.isEmpty else { return self }
    return EinsumOperand(tensor.sum(axes: gone), labels.filter { kept.contains($0) })
  }

  /// The tensor with its axes in the given order; an axis that it lacks has the size 1.
  func arranged(_ order: [AxisLabel]) -> Tensor {
    let present = order.compactMap { labels.firstIndex(of: $0) }
    return order.indices.reduce(tensor.permuted(present)) { labels.contains(order[$1]) ? $0 : $0.unsqueezed($1) }
  }

  /// The product with another operand, summed over all labels but some.
  ///
  /// Labels of both that stay are batches; those of both that go are the inner size of a matrix product; those of one side
  /// are its rows or columns.
  func contracted(with other: EinsumOperand, keeping kept: Set<AxisLabel>) -> EinsumOperand {
    let left = summed(keeping: kept.union(other.labels))
    let right = other.summed(keeping: kept.union(labels))
    let shared = left.labels.filter { right.labels.contains($0) }
    let batch = shared.filter { kept.contains($0) }
    let inner = shared.filter { !kept.contains($0) }
    let rows = left.labels.filter { !shared.contains($0) }
    let columns = right.labels.filter { !shared.contains($0) }
    if inner.isEmpty || (rows.isEmpty && columns.isEmpty) {
      let all = batch + rows + columns + inner
      return EinsumOperand(left.arranged(all) * right.arranged(all), all).summed(keeping: kept)
    }
    let (a, b) = left.stretched(inner, like: right)
    let product = a.asMatrices(batch, rows, inner).matmul(b.asMatrices(batch, inner, columns))
    let leading = Array(product.shape.dropLast(2))
    return EinsumOperand(product.reshaped(to: leading + a.sizes(rows) + b.sizes(columns)), batch + rows + columns)
  }

  private func sizes(_ wanted: [AxisLabel]) -> [Int] {
    wanted.compactMap { labels.firstIndex(of: $0).map { tensor.shape[$0] } }
  }

  /// `[batch …, rows, columns]`, where rows and columns are all the axes of their kind seen as one.
  private func asMatrices(_ batch: [AxisLabel], _ rows: [AxisLabel], _ columns: [AxisLabel]) -> Tensor {
    let matrix = [rows, columns].map { sizes($0).reduce(1, *) }
    return arranged(batch + rows + columns).reshaped(to: sizes(batch) + matrix)
  }

  /// Both sides with the same sizes along some labels: those that `...` stands for may be 1 on one side.
  private func stretched(_ labels: [AxisLabel], like other: EinsumOperand) -> (EinsumOperand, EinsumOperand) {
    func stretched(_ operand: EinsumOperand, _ model: EinsumOperand) -> EinsumOperand {
      var shape = operand.tensor.shape
      for label in labels {
        guard let axis = operand.labels.firstIndex(of: label), shape[axis] == 1 else { continue }
        shape[axis] = model.sizes([label]).first ?? 1
      }
      return EinsumOperand(operand.tensor.broadcast(to: shape), operand.labels)
    }
    return (stretched(self, other), stretched(other, self))
  }
}
