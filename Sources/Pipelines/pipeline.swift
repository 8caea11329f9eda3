import LanguageModels

/// Loads all that a task needs from a model folder: the model with its head and the tokenizer.
///
///     let write = try pipeline(.textGeneration, model: folder)
///     try write("The world is").text
///
/// The tasks are `.textGeneration`, `.fillMask`, `.textClassification`, `.questionAnswering`, `.featureExtraction` and
/// `.translation`; the names are those of Hugging Face's `pipeline`.
/// - Parameters:
///   - task: What is to be done.
///   - folder: The model folder.
///   - report: Told what the checkpoint lacks; it is said on the standard output unless told otherwise.
/// - Throws: `CheckpointError` for settings and tensors, `TokenizerFileError` for the tokenizer, `PipelineError` if the two
///   do not fit, `FileError` and `TensorFileError` for files.
public func pipeline<Task: PipelineTask>(
  _ task: Task, model folder: String, report: (LoadingReport) -> Void = { $0.announce() }
) throws -> Task.Pipeline {
  try task.load(from: folder, report: report)
}
