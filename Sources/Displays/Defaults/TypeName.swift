/// The name of a type as a learner writes it: `[Float]`, `Point?`, `[String: Int]`, without the modules' names.
struct TypeName: CustomStringConvertible {
  let description: String

  init(of type: Any.Type) { self.init(qualified: _typeName(type, qualified: true)) }

  /// - Parameter qualified: The runtime's name, for instance `Swift.Array<Cell3.Point>`.
  init(qualified: String) {
    var reader = TypeNameReader(text: Substring(qualified))
    description = reader.readAll()
  }
}

/// Reads the runtime's spelling of a type and writes the learner's.
private struct TypeNameReader {
  var text: Substring

  mutating func readAll() -> String {
    var result = ""
    while let next = text.first {
      if next.isLetter || next == "_" {
        result += readName()
      } else if skipMarker() {
        continue
      } else {
        result.append(text.removeFirst())
      }
    }
    return result
  }

  /// A path such as `Cell3.Outer.Inner<Swift.Int>`: its first part is the module, unless it stands alone.
  private mutating func readName() -> String {
    var parts = [readPart()]
    while text.first == "." {
      let rest = text
      text.removeFirst()
      _ = skipMarker()
      guard let next = text.first, next.isLetter || next == "_" else {
        text = rest
        break
      }
      parts.append(readPart())
    }
    // A label of a tuple, `any`, `inout` and the like stand alone.
    if parts.count > 1, !(parts.count == 2 && ["Type", "Protocol"].contains(parts[1].name)) { parts.removeFirst() }
    if parts.count == 1, let sugared = parts[0].sugared { return sugared }
    return parts.map(\.spelled).joined(separator: ".")
  }

  private mutating func readPart() -> Part {
    let name = text.prefix { $0.isLetter || $0.isNumber || $0 == "_" || $0 == "$" }
    text.removeFirst(name.count)
    var arguments: [String] = []
    if text.first == "<" {
      text.removeFirst()
      while let next = text.first, next != ">" {
        arguments.append(readArgument())
        if text.hasPrefix(", ") { text.removeFirst(2) }
        // What cannot be an argument is passed over, so that no text holds the reader up.
        if text.first == next, arguments.last?.isEmpty == true { text.removeFirst() }
      }
      if !text.isEmpty { text.removeFirst() }
    }
    return Part(name: String(name), arguments: arguments)
  }

  /// One generic argument: everything up to the comma or the bracket that ends it.
  private mutating func readArgument() -> String {
    var result = ""
    var depth = 0
    while let next = text.first {
      if depth == 0, next == ">" || next == "," { break }
      if text.hasPrefix("->") {
        result += "->"
        text.removeFirst(2)
      } else if next.isLetter || next == "_" {
        result += readName()
      } else if skipMarker() {
        continue
      } else {
        if next == "(" || next == "[" { depth += 1 }
        if next == ")" || next == "]" { depth -= 1 }
        result.append(text.removeFirst())
      }
    }
    return result
  }

  /// Skips `(unknown context at $7f…).` and `(extension in Cell4):`, which name places, not types.
  private mutating func skipMarker() -> Bool {
    for (start, end) in [("(unknown context at ", ")."), ("(extension in ", "):")] where text.hasPrefix(start) {
      guard let range = text.firstRange(of: end) else { return false }
      text = text[range.upperBound...]
      return true
    }
    return false
  }

  private struct Part {
    var name: String
    var arguments: [String]

    var spelled: String { arguments.isEmpty ? name : "\(name)<\(arguments.joined(separator: ", "))>" }

    /// The short spelling of the types that have one.
    var sugared: String? {
      switch (name, arguments.count) {
      case ("Array", 1): "[\(arguments[0])]"
      case ("Dictionary", 2): "[\(arguments[0]): \(arguments[1])]"
      case ("Optional", 1):
        arguments[0].contains(" ") && !arguments[0].hasPrefix("[") ? "(\(arguments[0]))?" : "\(arguments[0])?"
      default: nil
      }
    }
  }
}
