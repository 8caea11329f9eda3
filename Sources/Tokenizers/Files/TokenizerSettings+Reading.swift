import Files

extension TokenizerSettings {
  /// Larger numbers stand for "no limit": other programs write 10³⁰ for it.
  private static let longestText = 0x7FFF_FFFF
  private static let longestFile = 1 << 24

  /// The settings of a folder; what is not there has no value.
  /// - Parameter marks: What its marks are called.
  init(_ files: FolderSettings, marks: [(mark: Mark, token: AddedToken)]) throws {
    for (mark, token) in marks { self.marks[mark] = token.content }
    if let length = files.section("model_max_length") {
      guard let number = length.json.doubleValue, number >= 0, number.rounded() == number else {
        throw length.wrong("a whole number from 0 up")
      }
      maximumLength = number <= Double(Self.longestText) ? Int(number) : nil
    }
    cleansUpSpaces = try files.flag("clean_up_tokenization_spaces") ?? false
    if let side = files.section("padding_side") {
      guard side.json == "left" || side.json == "right" else { throw side.unsupported(["left", "right"]) }
      padsAtStart = side.json == "left"
    }
    chatTemplate = try files.section("chat_template").flatMap(template)
    // Newer folders have the template in a file of its own, which counts then.
    let template = "\(files.folder)/chat_template.jinja"
    if WholeFile.exists(template) { chatTemplate = try WholeFile.text(template, limit: Self.longestFile) }
  }

  /// The template, or of several with names the one that is called `default`.
  private func template(_ section: TokenizerSection) throws -> String? {
    guard section.json.arrayValue != nil else { return try section.text() }
    let named = try section.elements().map { (try $0.section("name").text(), try $0.section("template").text()) }
    return named.first { $0.0 == "default" }?.1
  }
}
