import Displays
import Files
import LanguageModels

/// Notes in a folder which tokens begin and end a text, so that whoever writes with the model stops there.
enum WritingMarks {
  /// For a new model, whose texts stand one after the other with a mark between them.
  static func save(_ mark: Int, to folder: String) throws {
    try write(["bos_token_id": .integer(mark), "eos_token_id": .integer(mark)], to: folder)
  }

  /// For a model that comes from another one: what that one's folder says of writing, with more tokens that end a text.
  static func pass(from source: String, to folder: String, ends: Set<Int> = []) throws {
    let path = "\(source)/generation_config.json"
    var members: [String: JSON] = [:]
    if WholeFile.exists(path) {
      members = try JSON(parsing: WholeFile.text(path, limit: 1_000_000)).objectValue ?? [:]
    }
    let all = try ModelFacts(folder: source).endTokens.union(ends).sorted()
    if !all.isEmpty { members["eos_token_id"] = all.count == 1 ? .integer(all[0]) : .array(all.map { .integer($0) }) }
    if !members.isEmpty { try write(members, to: folder) }
  }

  private static func write(_ members: [String: JSON], to folder: String) throws {
    try WholeFile.replace(
      "\(folder)/generation_config.json", with: Array((JSON.object(members).text + "\n").utf8))
  }
}
