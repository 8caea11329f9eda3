import Displays
import Files

extension TokenizerSettings {
  /// Larger numbers stand for "no limit": other programs write 10³⁰ for it.
  private static let longestText = 0x7FFF_FFFF
  private static let longestFile = 1 << 24

  /// Reads `tokenizer_config.json` and `chat_template.jinja`; what is not there has no value.
  init(in folder: String) throws {
    if let file = try Self.file(in: folder) { try read(file) }
    // Newer folders have the template in a file of its own, which counts then.
    let template = "\(folder)/chat_template.jinja"
    if WholeFile.exists(template) { chatTemplate = try WholeFile.text(template, limit: Self.longestFile) }
  }

  /// The settings of `tokenizer_config.json`, `nil` if it is not there.
  static func file(in folder: String) throws -> TokenizerSection? {
    let path = "\(folder)/tokenizer_config.json"
    guard WholeFile.exists(path) else { return nil }
    let json: JSON
    do { json = try JSON(parsing: WholeFile.text(path, limit: longestFile)) } catch let error as InvalidJSON {
      throw TokenizerFileError(path, .notJSON(reason: error.description))
    }
    guard json.objectValue != nil else { throw TokenizerFileError(path, .notJSON(reason: "it is no object")) }
    return TokenizerSection(file: path, path: "", json: json)
  }

  private mutating func read(_ file: TokenizerSection) throws {
    if let length = file.optional("model_max_length") {
      guard let number = length.json.doubleValue, number >= 0, number.rounded() == number else {
        throw length.wrong("a whole number from 0 up")
      }
      maximumLength = number <= Double(Self.longestText) ? Int(number) : nil
    }
    for mark in Mark.allCases {
      guard let token = file.optional(mark.rawValue) else { continue }
      marks[mark] = try token.json.objectValue == nil ? token.text() : token.section("content").text()
    }
    addsBeginning = try flag("add_bos_token", in: file)
    addsEnd = try flag("add_eos_token", in: file)
    lowercases = try flag("do_lower_case", in: file)
    if let side = file.optional("padding_side") {
      guard side.json == "left" || side.json == "right" else { throw side.unsupported(["left", "right"]) }
      padsAtStart = side.json == "left"
    }
    chatTemplate = try file.optional("chat_template").flatMap(template)
  }

  private func flag(_ name: String, in file: TokenizerSection) throws -> Bool? {
    try file.optional(name) == nil ? nil : file.flag(name, default: false)
  }

  /// The template, or of several with names the one that is called `default`.
  private func template(_ section: TokenizerSection) throws -> String? {
    guard section.json.arrayValue != nil else { return try section.text() }
    let named = try section.elements().map { (try $0.section("name").text(), try $0.section("template").text()) }
    return named.first { $0.0 == "default" }?.1
  }
}
