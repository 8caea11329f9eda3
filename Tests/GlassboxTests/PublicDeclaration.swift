import Foundation

/// A function, an initialiser or a type that a module offers, as its source has it.
struct PublicDeclaration {
  let file: String
  let line: Int
  let keyword: String
  let name: String
  /// Whether it stands inside of a type or an extension.
  let isMember: Bool
  /// The line that declares it, without what is in front.
  let text: String
  /// The lines of its documentation comment.
  let comment: [String]
  /// Those of the extension that it stands in.
  let extensionComment: [String]

  var place: String { "\(file):\(line): \(text)" }

  /// Whether the declaration, or the extension that it stands in, shows an example: lines indented by four spaces after an
  /// empty one.
  var hasExample: Bool {
    [comment, extensionComment].contains { lines in
      zip(lines, lines.dropFirst()).contains { $0 == "///" && $1.hasPrefix("///     ") }
    }
  }

  /// All that is public in a folder of sources, but for what overrides something that has a comment.
  static func all(in folder: String) throws -> [PublicDeclaration] {
    let sources = DocumentationSource.root.appending(path: "Sources/\(folder)")
    let files = FileManager.default.enumerator(at: sources, includingPropertiesForKeys: nil)?.compactMap { $0 as? URL }
    return try (files ?? []).filter { $0.pathExtension == "swift" }.flatMap { file in
      declarations(of: try String(contentsOf: file, encoding: .utf8), file.lastPathComponent)
    }
  }

  private static func declarations(of source: String, _ file: String) -> [PublicDeclaration] {
    let lines = source.split(separator: "\n", omittingEmptySubsequences: false)
    let words = lines.map { $0.trimmingCharacters(in: .whitespaces) }
    var extensionComment: [String] = []
    return lines.indices.compactMap { index in
      if lines[index].hasPrefix("extension") { extensionComment = comment(above: index, words) }
      if lines[index].hasPrefix("}") { extensionComment = [] }
      var rest = words[index].split(separator: " ")
      guard rest.first == "public", let place = rest.firstIndex(where: { !modifiers.contains($0) }) else { return nil }
      rest.removeFirst(place)
      let keyword = rest[0].prefix { $0.isLetter }
      guard ["func", "init", "class", "struct"].contains(keyword) else { return nil }
      let name = keyword == "init" ? keyword : rest[1]
      return PublicDeclaration(
        file: file, line: index + 1, keyword: String(keyword),
        name: name.first?.isLetter == true ? String(name.prefix { $0.isLetter || $0.isNumber }) : String(name),
        isMember: lines[index].hasPrefix(" "), text: words[index], comment: comment(above: index, words),
        extensionComment: extensionComment)
    }
  }

  private static let modifiers: Set<Substring> = [
    "public", "static", "final", "convenience", "prefix", "mutating", "required",
  ]

  private static func comment(above index: Int, _ words: [String]) -> [String] {
    var end = index
    while end > 0, words[end - 1].hasPrefix("@") { end -= 1 }
    var start = end
    while start > 0, words[start - 1].hasPrefix("///") { start -= 1 }
    return Array(words[start..<end])
  }
}
