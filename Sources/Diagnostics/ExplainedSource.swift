/// What an explanation may know of the source that a message speaks of.
struct ExplainedSource {
  /// The line of the message; `nil` if it has no place in a text that is known.
  var line: String?
  /// The source from the place of the message to the end of its line, without a comment and closing braces of others.
  var rest: String?
  /// Whether the learner's own code declares the type of a name.
  var declares: (String) -> Bool = { _ in false }
}

extension ExplainedSource {
  /// Looks at the place of a message in the texts that are shown to the reader.
  init(_ location: DiagnosticLocation?, in sources: [String: SourceText]) {
    declares = { name in sources.values.contains { $0.declaresType(name) } }
    guard let location, let line = sources[location.file]?.line(location.line) else { return }
    self.line = line
    let bytes = line.utf8
    guard let start = bytes.index(bytes.startIndex, offsetBy: location.column - 1, limitedBy: bytes.endIndex) else {
      return
    }
    var rest = line[start...]
    if let comment = rest.firstRange(of: "//"), !rest[..<comment.lowerBound].contains("\"") {
      rest = rest[..<comment.lowerBound]
    }
    while let last = rest.last, last.isWhitespace || last == "}" && !rest.contains("{") { rest.removeLast() }
    self.rest = String(rest)
  }
}

extension SourceText {
  /// Whether a line of the text declares a type of the name.
  fileprivate func declaresType(_ name: String) -> Bool {
    var number = 1
    while let line = line(number) {
      number += 1
      var words = line.split { !($0.isLetter || $0.isNumber || $0 == "_") }[...]
      while let keyword = words.popFirst() {
        if ["struct", "class", "enum", "actor"].contains(keyword), let next = words.first, next == name { return true }
      }
    }
    return false
  }
}

extension String {
  /// The line without blanks around it, without a comment and without what stands in quotation marks.
  var codeAlone: String {
    var code = ""
    var quoted = false
    var previous: Character?
    for character in self {
      if !quoted, character == "/", previous == "/" {
        code.removeLast()
        break
      }
      if character == "\"", !(quoted && previous == "\\") {
        quoted.toggle()
        code.append(character)
      } else if !quoted {
        code.append(character)
      }
      previous = character
    }
    while code.first?.isWhitespace == true { code.removeFirst() }
    while code.last?.isWhitespace == true { code.removeLast() }
    return code
  }

  func replacingOccurrences(of piece: String, with other: String) -> String {
    split(separator: piece, omittingEmptySubsequences: false).joined(separator: other)
  }
}
