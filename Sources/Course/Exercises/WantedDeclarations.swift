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
