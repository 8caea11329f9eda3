import Displays
import Files

extension ModelFacts {
  /// The file that says which tokens begin and end what is written.
  private static let generationFile = "generation_config.json"

  /// Writes down which tokens begin and end a text, where `transformers` looks for them too.
  ///
  ///     try ModelFacts.saveGenerationSettings(beginToken: 0, endTokens: [0], to: folder)
  ///     try ModelFacts(folder: folder).endTokens     // [0]
  ///
  /// Without it a model writes on over the end of a text.
  /// - Throws: `FileError` if the file cannot be written.
  public static func saveGenerationSettings(beginToken: Int?, endTokens: Set<Int>, to folder: String) throws {
    let ends = endTokens.sorted().map { JSON.integer($0) }
    var members: [String: JSON] = [:]
    members["bos_token_id"] = beginToken.map { .integer($0) }
    if let end = ends.first { members["eos_token_id"] = ends.count == 1 ? end : .array(ends) }
    try WholeFile.replace("\(folder)/\(generationFile)", with: Array((JSON.object(members).text + "\n").utf8))
  }

  /// Writes the settings of one folder to another, such as that of a model which was made of the first one.
  /// - Throws: ``CheckpointError`` for settings that make no sense, `FileError` for files.
  public static func copyGenerationSettings(from source: String, to folder: String) throws {
    let file = "\(source)/\(generationFile)"
    if WholeFile.exists(file) {
      try WholeFile.replace("\(folder)/\(generationFile)", with: WholeFile.bytes(file, limit: 1 << 22))
      return
    }
    let facts = try ModelFacts(folder: source)
    guard facts.beginToken != nil || !facts.endTokens.isEmpty else { return }
    try saveGenerationSettings(beginToken: facts.beginToken, endTokens: facts.endTokens, to: folder)
  }
}
