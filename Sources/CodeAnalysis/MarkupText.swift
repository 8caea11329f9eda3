/// Takes the markup out of texts.
enum MarkupText {
  /// The text of some XML: the tags are left out and the entities resolved.
  static func plain(_ xml: String) -> String {
    var text = ""
    var rest = xml[...]
    while let character = rest.first {
      if character == "<", let end = rest.firstIndex(of: ">") {
        rest = rest[end...].dropFirst()
      } else if character == "&", let end = rest.prefix(8).firstIndex(of: ";"),
        let resolved = entities[String(rest[..<end].dropFirst())]
      {
        text.append(resolved)
        rest = rest[end...].dropFirst()
      } else {
        text.append(character)
        rest = rest.dropFirst()
      }
    }
    return text
  }

  private static let entities: [String: Character] = ["lt": "<", "gt": ">", "amp": "&", "quot": "\"", "apos": "'"]

  /// The words of some Markdown documentation: without fences, marks of emphasis and marks of code.
  static func plain(markdown: String) -> String {
    var isCode = false
    var lines: [String] = []
    for line in markdown.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.drop(while: { $0 == " " }).hasPrefix("```") {
        isCode.toggle()
        continue
      }
      if isCode {
        lines.append("  " + line)
        continue
      }
      var words = line[...]
      if let hashes = words.firstIndex(where: { $0 != "#" }), hashes != words.startIndex, words[hashes] == " " {
        words = words[hashes...].dropFirst()
      }
      lines.append(words.filter { $0 != "`" }.split(separator: "**", omittingEmptySubsequences: false).joined())
    }
    return lines.joined(separator: "\n")
  }
}
