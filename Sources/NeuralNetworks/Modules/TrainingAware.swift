import Tensors

/// A module that behaves otherwise while it learns than in use, as ``Dropout`` does.
public protocol TrainingAware: AnyObject, Module {
  /// Whether the module is being trained.
  var isTraining: Bool { get set }
}

extension Module {
  /// Tells this module and all its parts whether they are being trained.
  ///
  ///     model.setTraining(false)
  public func setTraining(_ isTraining: Bool) {
    for (_, module) in namedModules { (module as? any TrainingAware)?.isTraining = isTraining }
  }
}

/// Runs a function as in use, not in training: nothing is dropped out, and nothing is recorded for gradients.
///
///     let prediction = evaluating { model(x) }
public func evaluating<Result, Failure: Error>(_ body: () throws(Failure) -> Result) throws(Failure) -> Result {
  // `withValue` rethrows any error; the one kind that the body throws is carried around it.
  let result: Swift.Result<Result, Failure> = Evaluation.$isOn.withValue(true) {
    do throws(Failure) { return .success(try withoutGradients(body)) } catch { return .failure(error) }
  }
  return try result.get()
}

/// Whether models are in use, whatever their own switches say.
enum Evaluation {
  @TaskLocal static var isOn = false
}
