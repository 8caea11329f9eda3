extension Lexer {
  private static let pairs: Set<String> = ["//", "**", "==", "!=", ">=", "<="]
  private static let signs = Set("+-/*%~[](){}<>=.:|,;".unicodeScalars)

  /// The words of a tag up to its end, `}}` or `%}`.
  mutating func takeWords(until mark: Unicode.Scalar, from start: Int) throws {
    var open: [Unicode.Scalar] = []
    while position < source.count {
      let scalar = source[position]
      if scalar.isPythonSpace {
        position += 1
      } else if open.isEmpty, let sign = closing(mark) {
        append(mark == "}" ? .printEnd : .tagEnd, at: position)
        return close(sign.value, isPrint: mark == "}")
      } else if scalar == "'" || scalar == "\"" {
        try takeString(scalar)
      } else if ("0"..."9").contains(scalar) {
        try takeNumber()
      } else if scalar.isNameStart {
        let first = position
        while position < source.count, source[position].isNamePart { position += 1 }
        append(.name(String(source[first..<position])), at: first)
      } else if Self.signs.contains(scalar) || scalar == "!" {
        try takeSign(&open)
      } else {
        throw error(.unexpected("'\(scalar)'", wanted: "a word of the template language"), at: position)
      }
    }
    throw error(.unclosed(mark == "}" ? "{{" : "{%"), at: start)
  }

  private struct Sign { let value: Unicode.Scalar? }

  /// Whether the tag ends here, and with which sign.
  private func closing(_ mark: Unicode.Scalar) -> Sign? {
    func ends(at place: Int) -> Bool { place + 1 < source.count && source[place] == mark && source[place + 1] == "}" }
    if ends(at: position) { return Sign(value: nil) }
    let scalar = source[position]
    let isSign = scalar == "-" || scalar == "+" && mark == "%"
    return isSign && ends(at: position + 1) ? Sign(value: scalar) : nil
  }

  private mutating func takeSign(_ open: inout [Unicode.Scalar]) throws {
    let scalar = source[position]
    let two = position + 1 < source.count ? String(source[position...position + 1]) : ""
    if Self.pairs.contains(two) {
      append(.sign(two), at: position)
      position += 2
      return
    }
    guard scalar != "!" else { throw error(.unexpected("'!'", wanted: "'!='"), at: position) }
    switch scalar {
    case "(": open.append(")")
    case "[": open.append("]")
    case "{": open.append("}")
    case ")", "]", "}":
      guard open.popLast() == scalar else {
        throw error(.unexpected("'\(scalar)'", wanted: "no bracket here"), at: position)
      }
    default: break
    }
    append(.sign(String(scalar)), at: position)
    position += 1
  }

  private mutating func takeNumber() throws {
    let first = position
    func digits(from start: Int) -> Int {
      var place = start
      while place < source.count, ("0"..."9").contains(source[place]) || source[place] == "_" { place += 1 }
      return place
    }
    func isDigit(_ place: Int) -> Bool { place < source.count && ("0"..."9").contains(source[place]) }
    var end = digits(from: first)
    var isDouble = false
    // In `row.0.1` these are two numbers.
    if tokens.last?.kind != .sign("."), end < source.count {
      if source[end] == ".", isDigit(end + 1) { (end, isDouble) = (digits(from: end + 1), true) }
      if end < source.count, source[end] == "e" || source[end] == "E" {
        let hasSign = end + 1 < source.count && (source[end + 1] == "+" || source[end + 1] == "-")
        let exponent = end + (hasSign ? 2 : 1)
        if isDigit(exponent) { (end, isDouble) = (digits(from: exponent), true) }
      }
    }
    let text = String(source[first..<end].filter { $0 != "_" })
    if end < source.count, source[end].isNamePart {
      throw error(.unsupported("the number '\(text)\(source[end])'"), at: first)
    }
    position = end
    if isDouble, let number = Double(text) {
      append(.double(number), at: first)
    } else if let number = Int(text), text.count == 1 || text.first != "0" || number == 0 {
      append(.int(number), at: first)
    } else {
      throw error(.unsupported("the number \(text.prefix(30))"), at: first)
    }
  }

  private mutating func takeString(_ quote: Unicode.Scalar) throws {
    let first = position
    var text: [Unicode.Scalar] = []
    position += 1
    while position < source.count, source[position] != quote {
      guard source[position] == "\\" else {
        text.append(source[position])
        position += 1
        continue
      }
      guard position + 1 < source.count else { break }
      try takeEscape(into: &text)
    }
    guard position < source.count else { throw error(.unclosed(String(quote)), at: first) }
    position += 1
    append(.string(String(text)), at: first)
  }

  /// What stands for another character, as in Python.
  private mutating func takeEscape(into text: inout [Unicode.Scalar]) throws {
    let start = position
    let letter = source[position + 1]
    position += 2
    func code(_ count: Int, _ radix: Int) throws {
      let digits = source[position..<min(position + count, source.count)]
      guard digits.count == count, let value = UInt32(String(digits), radix: radix), let scalar = Unicode.Scalar(value)
      else {
        throw error(.unsupported("the escape '\\\(letter)'"), at: start)
      }
      text.append(scalar)
      position += count
    }
    let plain: [Unicode.Scalar: Unicode.Scalar] = [
      "n": "\n", "t": "\t", "r": "\r", "a": "\u{7}", "b": "\u{8}", "f": "\u{C}", "v": "\u{B}", "\\": "\\", "'": "'",
      "\"": "\"",
    ]
    if let scalar = plain[letter] {
      text.append(scalar)
    } else if letter == "x" {
      try code(2, 16)
    } else if letter == "u" {
      try code(4, 16)
    } else if letter == "U" {
      try code(8, 16)
    } else if letter == "N" || ("0"..."7").contains(letter) {
      throw error(.unsupported("the escape '\\\(letter)'"), at: start)
    } else if letter != "\n" {
      text += ["\\", letter]
    }
  }
}
