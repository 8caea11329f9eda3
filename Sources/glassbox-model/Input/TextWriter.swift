import ArgumentParser
import LanguageModels
import Pipelines
import TextGeneration

/// How a command goes on from texts: as the command line says, and where that says nothing, the folder.
struct TextWriter {
  let pipeline: TextGenerationPipeline
  let configuration: GenerationConfiguration
  /// How the likeliest text is looked for, if it is.
  let search: ((_ promptLength: Int) throws -> BeamSearch)?

  init(_ folder: FolderOptions, _ options: GenerationOptions, _ beams: BeamOptions) throws {
    let defaults = try GenerationDefaults(folder: folder.model)
    configuration = try options.configuration(defaults)
    search = try beams.search(defaults, configuration, options)
    pipeline = try Pipelines.pipeline(.textGeneration, model: folder.model, report: folder.report)
    try options.quantize(pipeline.model)
  }

  /// What comes after a prompt.
  /// - Parameter onText: Told each piece as soon as it is certain; of a search that is the whole, at its end.
  func callAsFunction(_ prompt: String, onText: (String) -> Void = { _ in }) throws -> GeneratedText {
    guard let search else { return try pipeline(prompt, configuration, onText: onText) }
    let length = try pipeline.ids(of: prompt).count
    let beams = try search(length)
    if let limit = pipeline.model.contextLength, beams.maximumNewTokens - 1 > limit - length {
      throw ValidationError(
        "The prompt has \(length) tokens and \(beams.maximumNewTokens) are to be written; a search by beams has room for "
          + "\(limit) in all. Shorten the prompt, or say --max-tokens.")
    }
    let text = try pipeline.likeliest(prompt, beams, stopSequences: configuration.stopSequences)
    onText(text.text)
    return text
  }
}
