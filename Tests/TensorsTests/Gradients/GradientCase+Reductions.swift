@testable import Tensors

extension GradientCase {
  static let reductions = [
    GradientCase("sum", [2, 3, 2]) { $0[0].sum(axis: 1) },
    .init("sum of axes", [2, 3, 2]) { $0[0].sum(axes: [0, 2]) },
    .init("mean", [2, 3]) { $0[0].mean(axis: 0, keepDims: true) }, .init("mean of all", [2, 3]) { $0[0].mean() },
    .init("mean of axes", [2, 3, 2]) { $0[0].mean(axes: [0, 2]) },
    .init("variance", [2, 4]) { $0[0].variance(axis: 1, correction: 1) },
    .init("variance of axes", [2, 2, 2]) { $0[0].variance(axes: [0, 2]) },
    .init("standardDeviation", [3, 4]) { $0[0].standardDeviation(axis: 0) },
    .init("standardDeviation of all", [2, 3]) { $0[0].standardDeviation() },
    .init("standardDeviation of axes", [2, 2, 2]) { $0[0].standardDeviation(axes: [0, 2]) },
    .init("max", [3, 4]) { $0[0].max(axis: 1) }, .init("min", [3, 4]) { $0[0].min(axis: 0) },
    .init("max of all", [3, 4]) { $0[0].max() }, .init("min of axes", [2, 2, 3]) { $0[0].min(axes: [0, 2]) },
    .init("norm", [2, 3]) { $0[0].norm(axis: 1) }, .init("norm 1", [2, 3]) { $0[0].norm(order: 1, axis: 0) },
    .init("norm 3", [2, 3]) { $0[0].norm(order: 3, axis: -1) }, .init("norm of all", [2, 3]) { $0[0].norm() },
    .init("norm infinity", [2, 3]) { $0[0].norm(order: .infinity, axis: 1) },
    .init("norm -infinity", [2, 3]) { $0[0].norm(order: -.infinity, axis: 1) },
    .init("norm -1", [2, 3], range: 0.5..<2) { $0[0].norm(order: -1, axis: 1) },
    .init("norm 0", [2, 3]) { $0[0].norm(order: 0, axis: 1) },
    .init("product of axes", [2, 2, 3]) { $0[0].product(axes: [0, 2]) },
    .init("logSumExp of all", [2, 2]) { logSumExp($0[0]) },
    .init("product", [2, 5]) { $0[0].product(axis: 1) },
    .init("product with zeros", [5]) { ($0[0] * Tensor([1, 0, 1, 1, 1], dtype: .double)).product() },
    .init("cumulativeSum", [3, 4]) { $0[0].cumulativeSum(axis: 0) },
    .init("softmax", [2, 4]) { softmax($0[0]) }, .init("softmax of axis 0", [3, 2]) { softmax($0[0], axis: 0) },
    .init("softmaxByHand", [2, 4]) { softmaxByHand($0[0]) }, .init("logSoftmax", [2, 4]) { logSoftmax($0[0]) },
    .init("logSoftmaxByHand", [2, 4]) { logSoftmaxByHand($0[0]) },
    .init("norm of axes", [2, 2, 3]) { $0[0].norm(axes: [0, 2]) },
    .init("norm 3 of axes", [2, 2, 3]) { $0[0].norm(order: 3, axes: [1, 2]) },
    .init("logSumExp", [2, 4]) { logSumExp($0[0], axis: 0) },
    .init("logSumExp of axes", [2, 2, 3]) { logSumExp($0[0], axes: [0, 2]) },
    .init("sorted", [3, 4]) { $0[0].sorted(axis: 0) },
    .init("sorted downwards", [5]) { $0[0].sorted(descending: true) }, .init("topK", [3, 4]) { $0[0].topK(2).values },
  ]

  /// Reductions that keep their axis with the size 1, along each axis and along two of them.
  static let keepingAxes: [GradientCase] =
    (0..<3).flatMap { (axis: Int) -> [GradientCase] in
      [
        GradientCase("sum, axis \(axis) kept", [2, 3, 2]) { $0[0].sum(axis: axis, keepDims: true) },
        .init("mean, axis \(axis) kept", [2, 3, 2]) { $0[0].mean(axis: axis, keepDims: true) },
        .init("variance, axis \(axis) kept", [2, 3, 2]) { $0[0].variance(axis: axis, keepDims: true) },
        .init("standardDeviation, axis \(axis) kept", [3, 2, 3]) {
          $0[0].standardDeviation(axis: axis, correction: 0, keepDims: true)
        },
        .init("max, axis \(axis) kept", [2, 3, 2]) { $0[0].max(axis: axis, keepDims: true) },
        .init("min, axis \(axis) kept", [2, 3, 2]) { $0[0].min(axis: axis, keepDims: true) },
        .init("norm, axis \(axis) kept", [2, 3, 2]) { $0[0].norm(axis: axis, keepDims: true) },
        .init("norm 3, axis \(axis) kept", [2, 3, 2]) { $0[0].norm(order: 3, axis: axis, keepDims: true) },
        .init("product, axis \(axis) kept", [2, 3, 2]) { $0[0].product(axis: axis, keepDims: true) },
        .init("logSumExp, axis \(axis) kept", [2, 3, 2]) { logSumExp($0[0], axis: axis, keepDims: true) },
      ]
    } + [
      .init("sum, axes kept", [2, 3, 2]) { $0[0].sum(axes: [0, 2], keepDims: true) },
      .init("mean, axes kept", [2, 3, 2]) { $0[0].mean(axes: [2, 1], keepDims: true) },
      .init("variance, axes kept", [2, 3, 2]) { $0[0].variance(axes: [0, 1], keepDims: true) },
      .init("max, axes kept", [2, 3, 2]) { $0[0].max(axes: [0, 2], keepDims: true) },
      .init("min, axes kept", [2, 3, 2]) { $0[0].min(axes: [1, 0], keepDims: true) },
      .init("norm, axes kept", [2, 3, 2]) { $0[0].norm(axes: [0, 2], keepDims: true) },
      .init("logSumExp, axes kept", [2, 3, 2]) { logSumExp($0[0], axes: [0, 1], keepDims: true) },
    ]
}
