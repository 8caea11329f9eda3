/// What an optimizer does if a gradient is infinite or NaN. Either way no number is changed that has such a gradient.
public enum NonFiniteGradients: Sendable {
  /// Stops with a sentence that names the parameter. Parameters whose gradients are finite may have been changed by then.
  case stop
  /// Leaves the whole step out and prints that it has.
  case skip
}
