/// Why a training could not begin or go on: the facts. The words are its description.
public enum TrainingError: Error, Equatable {
  /// A setting is below what makes sense.
  case setting(name: String, value: Int, least: Int)
  /// A setting does nothing without something else.
  case needs(name: String, what: String)
  /// A setting is a number that makes no sense.
  case number(name: String, value: Double, wanted: String)
  /// The loss of a step is infinite or not a number. The model is as it was before the step.
  case nonFiniteLoss(step: Int, loss: Double)
  /// Numbers of a parameter's gradient are infinite or not a number. Those of its values are as before the step; with a
  /// clipping norm, all are.
  case nonFiniteGradient(step: Int, parameter: String, count: Int, total: Int)
  /// No target of a step's batches counts.
  case nothingToLearn(step: Int)
  /// There are no checkpoints in a folder.
  case noCheckpoint(folder: String)
  /// A checkpoint's own file does not say what it should.
  case state(file: String, field: String, found: String?, wanted: String)
  /// A checkpoint was made with other settings.
  case otherTraining(file: String, field: String, found: Int, wanted: Int)
}
