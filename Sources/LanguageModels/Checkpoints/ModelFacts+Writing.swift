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
    var members: [String: JSON] = [:]
    members["bos_token_id"] = beginToken.map { .integer($0) }
    try write(members, endTokens, to: folder)
  }

  /// Writes the settings of one folder to another, such as that of a model which was made of the first one.
  ///
  /// - Parameter moreEnds: Tokens that end a text besides those of the first folder, as the mark behind a turn of a chat.
  /// - Throws: ``CheckpointError`` for settings that make no sense, `FileError` for files.
  public static func copyGenerationSettings(
    from source: String, to folder: String, moreEnds: Set<Int> = []
  ) throws {
    let facts = try ModelFacts(folder: source)
    var members = try ConfigurationFile(optional: "\(source)/\(generationFile)")?.members ?? [:]
    if members["bos_token_id"] == nil { members["bos_token_id"] = facts.beginToken.map { .integer($0) } }
    let ends = facts.endTokens.union(moreEnds)
    if !members.isEmpty || !ends.isEmpty { try write(members, ends, to: folder) }
  }

  private static func write(_ settings: [String: JSON], _ endTokens: Set<Int>, to folder: String) throws {
    var members = settings
    let ends = endTokens.sorted().map { JSON.integer($0) }
    if let end = ends.first { members["eos_token_id"] = ends.count == 1 ? end : .array(ends) }
    try WholeFile.replace("\(folder)/\(generationFile)", with: Array((JSON.object(members).text + "\n").utf8))
  }
}
