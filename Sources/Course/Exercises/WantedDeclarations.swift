extension Exercise {
  /// What the learner's code must declare, as the beginning does: `func embedding(of words: Tensor) -> Tensor`.
  public var wantedDeclarations: [String] {
    let lines = stub.split(separator: "\n").map(String.init)
    return names.compactMap { name in
      let words = ["func", "let", "var", "class", "struct", "enum"]
      let start = lines.firstIndex { line in
        words.contains { word in
          line.contains("\(word) \(name)")
            && !(line.components(after: "\(word) \(name)").first.map { $0.isLetter || $0.isNumber } ?? false)
        }
      }
      guard let start, !lines[start].hasPrefix(" "), !lines[start].hasPrefix("/") else { return nil }
      var text = ""
      for line in lines[start...] {
        text += (text.isEmpty || text.hasSuffix("(") ? "" : " ") + line.drop(while: \.isWhitespace)
        if let brace = text.firstIndex(of: "{") {
          text = String(text[..<brace])
          break
        }
        if !text.hasPrefix("func") {
          text = String(text.prefix { $0 != "=" })
          break
        }
      }
      while text.last?.isWhitespace == true { text.removeLast() }
      return text.replacing(" )", with: ")")
    }
  }
}

extension String {
  fileprivate func components(after word: String) -> Substring {
    firstRange(of: word).map { self[$0.upperBound...] } ?? ""
  }
}

extension Exercise {
  /// The names of declarations in which a line of the beginning stands that says it is to be replaced.
  public func unwritten(in code: String) -> [String] {
    func trimmed(_ line: Substring) -> Substring { line.drop(while: \.isWhitespace) }
    let marked = Set(stub.split(separator: "\n").filter { $0.contains("// replace") }.map(trimmed))
    var name: String?
    var found: [String] = []
    for line in code.split(separator: "\n") {
      if let declared = line.prefixMatch(of: /(?:[a-z]+ )*(?:func|let|var|class|struct|enum) (\w+)/) {
        name = String(declared.1)
      }
      if marked.contains(trimmed(line)), let name, !found.contains(name) { found.append(name) }
    }
    return found
  }
}
