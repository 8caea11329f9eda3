import LanguageModels

/// A task that a ``pipeline(_:model:report:)`` can be made for.
public protocol PipelineTask {
  /// What does it.
  associatedtype Pipeline

  /// Loads all that it needs from a model folder.
  func load(from folder: String, report: (LoadingReport) -> Void) throws -> Pipeline
}
