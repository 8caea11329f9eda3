import Tensors

extension GradientCheck {
  /// Holds the gradients of all parameters of a model, and of its inputs, against slopes, entry by entry, in double
  /// precision.
  ///
  ///     let check = GradientCheck(of: model, at: [x]) { x in model(x[0]) }
  ///     check.passes          // true
  ///
  /// The inputs come first in ``entries``, then the parameters in the order of ``Module/namedParameters``, but for frozen
  /// ones, which are constants. The model is
  /// as before when the check is done.
  ///
  /// - Parameters:
  ///   - inputs: Tensors with a fraction that the function gets; others, such as tokens, it brings itself.
  ///   - function: Calls the model. Must give the same result each time: a model that drops out at random does not.
  public init(
    of model: any Module, at inputs: [Tensor] = [], step: Double = 1e-5, tolerance: Double = 1e-6,
    of function: ([Tensor]) -> Tensor
  ) {
    let parameters = model.parameters.filter(\.isTrainable)
    let values = parameters.map(\.value)
    defer {
      for (parameter, value) in zip(parameters, values) { parameter.stand(for: value) }
    }
    self.init(at: inputs + values, step: step, tolerance: tolerance) { points in
      for (parameter, point) in zip(parameters, points.dropFirst(inputs.count)) { parameter.stand(for: point) }
      return function(Array(points.prefix(inputs.count)))
    }
  }
}
