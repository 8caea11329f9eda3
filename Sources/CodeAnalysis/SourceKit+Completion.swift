extension SourceKit {
  private static let greatestCount = 200

  /// Returns the ways to go on at a place.
  func completions(for query: SourceQuery, file: String) throws -> CompletionList {
    let context = SourceContext(query.text, at: query.offset)
    guard !context.isInert else {
      return CompletionList(start: context.typed.upperBound, end: context.typed.upperBound, completions: [])
    }
    let typed = String(decoding: Array(query.text.utf8)[context.typed], as: UTF8.self)
    let candidates = try candidates(for: query, at: context.typed.lowerBound, filter: typed, file: file)
    return Self.list(candidates, query: query, typed: context.typed, prefix: typed)
  }

  /// Asks the compiler for what may stand at a place and begins with the given text.
  func candidates(
    for query: SourceQuery, at offset: Int, filter: String, file: String
  ) throws -> [CompletionCandidate] {
    let options: [(key: String, value: Argument)] = [
      ("key.codecomplete.filtertext", .string(filter)),
      ("key.codecomplete.requestlimit", .integer(Self.greatestCount * 2)),
      ("key.codecomplete.fuzzymatching", .integer(0)),
      ("key.codecomplete.hidelowpriority", .integer(0)),
      ("key.codecomplete.hidebyname", .integer(0)),
      ("key.codecomplete.hideunderscores", .integer(0)),
      ("key.codecomplete.topnonliteral", .integer(0)),
      ("key.codecomplete.group.overloads", .integer(0)),
      ("key.codecomplete.group.stems", .integer(0)),
      ("key.codecomplete.addinneroperators", .integer(0)),
      ("key.codecomplete.addinnerresults", .integer(0)),
      ("key.codecomplete.includeexactmatch", .integer(1)),
    ]
    let place: [(key: String, value: Argument)] = [("key.name", .string(file)), ("key.offset", .integer(offset))]
    let request: [(key: String, value: Argument)] =
      place + [
        ("key.sourcefile", .string(file)), ("key.sourcetext", .string(query.text)),
        ("key.compilerargs", .strings(query.arguments + [file])), ("key.codecomplete.options", .dictionary(options)),
      ]
    // A session keeps its text and results; the next question brings a new text, so it is closed at once.
    defer { try? send("source.request.codecomplete.close", place) { _ in } }
    return try send("source.request.codecomplete.open", request) { answer in
      answer.list("key.results").compactMap(CompletionCandidate.init)
    }
  }

  private static func list(
    _ candidates: [CompletionCandidate], query: SourceQuery, typed: Range<Int>, prefix: String
  ) -> CompletionList {
    let matching = candidates.filter { $0.completes(prefix) }
    // `name.` becomes `name?.count` where the value may be missing: then the dot is replaced too.
    let erased = matching.map(\.erasedByteCount).max() ?? 0
    let start = max(0, typed.lowerBound - erased)
    let erasedText = String(decoding: Array(query.text.utf8)[start..<typed.lowerBound], as: UTF8.self)

    let ranked = matching.enumerated().sorted { left, right in
      let first = left.element.rank(prefix: prefix, sessionModulePrefix: query.sessionModulePrefix)
      let second = right.element.rank(prefix: prefix, sessionModulePrefix: query.sessionModulePrefix)
      return (first, left.offset) < (second, right.offset)
    }
    var completions: [Completion] = []
    var positions: [String: Int] = [:]
    var overloads: [Int: Int] = [:]
    for (_, candidate) in ranked {
      var completion = candidate.completion
      if candidate.erasedByteCount < erased { completion.text = erasedText + completion.text }
      if let position = positions[completion.text] {
        overloads[position, default: 0] += 1
      } else if completions.count < greatestCount {
        positions[completion.text] = completions.count
        completions.append(completion)
      }
    }
    for (position, count) in overloads {
      completions[position].signature += count == 1 ? " (+1 overload)" : " (+\(count) overloads)"
    }
    return CompletionList(start: start, end: typed.upperBound, completions: completions)
  }
}
