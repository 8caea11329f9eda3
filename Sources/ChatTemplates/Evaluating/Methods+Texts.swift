extension Evaluator {
  func method(_ text: MarkedText, _ name: String, _ arguments: CallArguments) throws -> Value {
    let place = arguments.place
    switch name {
    case "strip", "lstrip", "rstrip":
      let characters = try arguments.bound("chars")[0].flatMap { try $0.isNull ? nil : arguments.text($0) }
      return .text(text.trimmed(characters, start: name != "rstrip", end: name != "lstrip"))
    case "split", "rsplit": return try split(text, name, arguments)
    case "splitlines":
      try charge(text.count, place)
      let keepsEnds = try arguments.bound("keepends")[0]?.isTrue ?? false
      return try list(text.lines(keepsEnds: keepsEnds).map { .text($0) }, place)
    case "startswith", "endswith":
      let parts = try texts(try arguments.bound("prefix")[0], arguments)
      return .bool(
        parts.contains { part in
          let start = name == "startswith" ? 0 : text.count - part.count
          return start >= 0 && text.starts(with: part, at: start)
        })
    case "replace":
      let bound = try arguments.bound("old", "new", "count")
      return try replaced(text, bound[0], bound[1], bound[2], arguments)
    case "upper": return try self.text(text.uppercased, place)
    case "lower": return try self.text(text.lowercased, place)
    case "capitalize": return try self.text(text.capitalized, place)
    case "title": return try self.text(text.titled { !$0.properties.isAlphabetic }, place)
    case "find", "rfind", "index", "count": return try search(text, name, arguments)
    case "join":
      let parts = try items(of: try arguments.bound("iterable")[0] ?? .null, "the method 'join'", place)
      return try joined(try parts.map { try arguments.text($0) }, with: text, place)
    case "removeprefix":
      let part = try arguments.text(try arguments.bound("prefix")[0])
      return .text(text.starts(with: part, at: 0) ? MarkedText(text.scalars.dropFirst(part.count)) : text)
    case "removesuffix":
      let part = try arguments.text(try arguments.bound("suffix")[0])
      let start = text.count - part.count
      return .text(
        start >= 0 && text.starts(with: part, at: start) ? MarkedText(text.scalars.dropLast(part.count)) : text)
    case "partition", "rpartition": return try parted(text, name == "rpartition", arguments)
    case "zfill":
      let width = try arguments.integer(try arguments.bound("width")[0], standard: 0)
      try checkLength(max(width, text.count), place)
      let hasSign = text.scalars.first?.scalar == "-" || text.scalars.first?.scalar == "+"
      let zeros = MarkedText(String(repeating: "0", count: max(width - text.count, 0)))
      return .text(
        MarkedText(text.scalars.prefix(hasSign ? 1 : 0) + zeros.scalars + text.scalars.dropFirst(hasSign ? 1 : 0)))
    default: return .bool(text.isAll(name))
    }
  }

  /// One text, or those of a tuple.
  private func texts(_ value: Value?, _ arguments: CallArguments) throws -> [MarkedText] {
    if case .list(let list)? = value { return try list.items.map { try arguments.text($0) } }
    return [try arguments.text(value)]
  }

  private func split(_ text: MarkedText, _ name: String, _ arguments: CallArguments) throws -> Value {
    let bound = try arguments.bound("sep", "maxsplit")
    var separator: MarkedText?
    if let value = bound[0], !value.isNull { separator = try arguments.text(value) }
    guard separator?.isEmpty != true else { throw arguments.error("an empty separator") }
    let most = try arguments.integer(bound[1], standard: -1)
    try charge(text.count, arguments.place)
    let parts = text.split(at: separator, most: most < 0 ? .max : most, fromEnd: name == "rsplit")
    return try list(parts.map { .text($0) }, arguments.place)
  }

  func replaced(
    _ text: MarkedText, _ old: Value?, _ new: Value?, _ count: Value?, _ arguments: CallArguments
  ) throws -> Value {
    let (old, new) = (try arguments.text(old), try arguments.text(new))
    let most = try arguments.integer(count, standard: -1)
    let places = text.count / max(old.count, 1) + 1
    // What it can become at most; more than enough for any honest template.
    let (added, isOver) = places.multipliedReportingOverflow(by: new.count)
    try charge(text.count, arguments.place)
    if isOver || text.count + added > limits.characters {
      let found = old.isEmpty ? places : text.split(at: old, most: .max, fromEnd: false).count - 1
      try checkLength(text.count + found * new.count, arguments.place)
    }
    return try self.text(text.replacing(old, with: new, most: most < 0 ? .max : most), arguments.place)
  }

  private func search(_ text: MarkedText, _ name: String, _ arguments: CallArguments) throws -> Value {
    let part = try arguments.text(try arguments.bound("sub")[0])
    try charge(text.count, arguments.place)
    if name == "count" {
      return .int(part.isEmpty ? text.count + 1 : text.split(at: part, most: .max, fromEnd: false).count - 1)
    }
    let place = name == "rfind" ? text.lastPlace(of: part, before: text.count) : text.firstPlace(of: part)
    if name == "index", place == nil { throw arguments.error("a text that is not in it") }
    return .int(place ?? -1)
  }

  func joined(_ parts: [MarkedText], with separator: MarkedText, _ place: Place) throws -> Value {
    let (gaps, isOver) = max(parts.count - 1, 0).multipliedReportingOverflow(by: separator.count)
    try checkLength(isOver ? .max : parts.reduce(gaps) { $0 + $1.count }, place)
    return .text(separator.joined(parts))
  }

  private func parted(_ text: MarkedText, _ fromEnd: Bool, _ arguments: CallArguments) throws -> Value {
    let separator = try arguments.text(try arguments.bound("sep")[0])
    guard !separator.isEmpty else { throw arguments.error("an empty separator") }
    let place = fromEnd ? text.lastPlace(of: separator, before: text.count) : text.firstPlace(of: separator)
    let nothing = MarkedText()
    var parts = fromEnd ? [nothing, nothing, text] : [text, nothing, nothing]
    if let place {
      let end = place + separator.count
      parts = [text.scalars[..<place], text.scalars[place..<end], text.scalars[end...]].map { MarkedText($0) }
    }
    return try list(parts.map { .text($0) }, isTuple: true, arguments.place)
  }
}

extension MarkedText {
  /// Each word with a large first letter; a word begins behind what separates.
  func titled(_ separates: (Unicode.Scalar) -> Bool) -> MarkedText {
    var begins = true
    return MarkedText(
      scalars.flatMap { one -> [MarkedScalar] in
        let isSeparator = separates(one.scalar)
        defer { begins = isSeparator }
        let change = begins ? one.scalar.properties.titlecaseMapping : one.scalar.properties.lowercaseMapping
        return change.unicodeScalars.map { MarkedScalar($0, source: one.source) }
      })
  }

  /// What Python's `isdigit` and its like say.
  func isAll(_ name: String) -> Bool {
    let letters = scalars.map(\.scalar.properties)
    switch name {
    case "isdigit": return !isEmpty && letters.allSatisfy { $0.numericType == .decimal || $0.numericType == .digit }
    case "isalpha": return !isEmpty && letters.allSatisfy { $0.generalCategory.isLetter }
    case "isalnum": return !isEmpty && letters.allSatisfy { $0.generalCategory.isLetter || $0.numericType != nil }
    case "isspace": return !isEmpty && scalars.allSatisfy(\.scalar.isPythonSpace)
    case "isupper": return letters.contains(where: \.isUppercase) && !letters.contains(where: \.isLowercase)
    default: return letters.contains(where: \.isLowercase) && !letters.contains(where: \.isUppercase)
    }
  }
}

extension Unicode.GeneralCategory {
  fileprivate var isLetter: Bool {
    switch self {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter: true
    default: false
    }
  }
}
