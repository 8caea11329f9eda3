extension SourceKit {
  /// Returns what is known about the name at a place, or about the function whose arguments are being typed there.
  func inspection(for query: SourceQuery, file: String) throws -> Inspection? {
    let context = SourceContext(query.text, at: query.offset)
    var names = [context.name, context.enclosingCall ?? 0..<0].filter { !$0.isEmpty }
    if context.isInert { names.removeAll() }
    guard !names.isEmpty else { return nil }
    let arguments = Argument.strings(query.arguments + [file])
    try show(query, file: file)
    for name in names {
      let found = try? send(
        "source.request.cursorinfo",
        [
          ("key.sourcefile", .string(file)), ("key.primary_file", .string(file)),
          ("key.offset", .integer(name.lowerBound)), ("key.compilerargs", arguments),
        ], read: Inspection.init)
      if let inspection = found ?? nil { return inspection }
      if let inspection = try inspectionByCompletion(of: name, in: query, file: file) { return inspection }
    }
    return nil
  }

  /// Gives the compiler the text to look at. What it has found out about a text it keeps until the text changes.
  private func show(_ query: SourceQuery, file: String) throws {
    var shown = query
    shown.offset = 0
    guard shown != shownQuery else { return }
    shownQuery = nil
    try send(
      "source.request.editor.open",
      [
        ("key.name", .string(file)), ("key.sourcetext", .string(query.text)),
        ("key.compilerargs", .strings(query.arguments + [file])), ("key.enablesyntaxmap", .integer(0)),
        ("key.enablesubstructure", .integer(0)), ("key.syntactic_only", .integer(1)),
      ]
    ) { _ in }
    shownQuery = shown
  }

  /// Looks for the name among what may stand at its place: a call in the middle of typing has no type yet.
  private func inspectionByCompletion(of name: Range<Int>, in query: SourceQuery, file: String) throws -> Inspection? {
    let word = String(decoding: Array(query.text.utf8)[name], as: UTF8.self)
    let candidates = try candidates(for: query, at: name.lowerBound, filter: word, file: file)
    let matching = candidates.map(\.completion).filter { completion in
      completion.kind != .keyword && completion.kind != .param
        && completion.text.drop { $0 == "?" || $0 == "." }.prefix { $0.isLetter || $0.isNumber || $0 == "_" } == word
    }
    guard let first = matching.first else { return nil }
    let summary = matching.compactMap(\.summary).first ?? ""
    return Inspection(
      name: word, declaration: matching.prefix(8).map { $0.declaration }.joined(separator: "\n"), type: "",
      markdown: summary, documentation: summary, usr: "", module: first.module ?? "")
  }
}

extension Completion {
  fileprivate var declaration: String {
    switch kind {
    case .function: "func \(signature)"
    case .instance, .property: "var \(signature)"
    case .class, .module, .keyword, .param: signature
    }
  }
}

extension Inspection {
  /// Reads the compiler's answer; `nil` if it found nothing at the place.
  fileprivate init?(_ answer: SourceKit.Answer) {
    guard let name = answer.string("key.name"), !name.isEmpty else { return nil }
    let markup = answer.string("key.annotated_decl") ?? answer.string("key.fully_annotated_decl") ?? ""
    let declaration = MarkupText.plain(markup).withoutInternalAttributes
    let markdown = answer.string("key.doc_comment") ?? ""
    self.init(
      name: name, declaration: declaration.isEmpty ? name : declaration, type: answer.string("key.typename") ?? "",
      markdown: markdown, documentation: MarkupText.plain(markdown: markdown), usr: answer.string("key.usr") ?? "",
      module: answer.string("key.modulename") ?? "")
  }
}

extension String {
  /// A declaration without the attributes at its beginning that only matter to its author and the optimiser.
  fileprivate var withoutInternalAttributes: String {
    let internalNames: Set<Substring> = ["inlinable", "frozen", "usableFromInline", "inline", "backDeployed"]
    var rest = self[...]
    while rest.first == "@" {
      let name = rest.dropFirst().prefix { $0.isLetter || $0 == "_" }
      guard name.hasPrefix("_") || internalNames.contains(name) else { break }
      rest = rest.dropFirst(1 + name.count)
      if rest.first == "(" {
        guard let end = rest.firstIndex(of: ")") else { return self }
        rest = rest[end...].dropFirst()
      }
      rest = rest.drop { $0 == " " }
    }
    return String(rest)
  }
}
