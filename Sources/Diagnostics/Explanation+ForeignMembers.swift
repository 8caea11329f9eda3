extension Explanation {
  /// What a text, an array or a dictionary has in other languages, and what it is called here.
  static let foreignMembers: [Explanation] = [
    members(
      "add", "push", "push_back", "put",
      text: "An array, if it is a `var`, takes one more value with `values.append(x)`."),
    members(
      "extend", "addAll", "concat",
      text: "An array takes several more with `values += others`, or `values.append(contentsOf: others)`."),
    members(
      "pop", "shift",
      text: "The last value is taken out with `values.removeLast()`, the first with `values.removeFirst()`."),
    members(
      "index", "indexOf", "find",
      text: "The place of a value is `values.firstIndex(of: x)`; it is `nil` if there is none."),
    members("includes", "has", "__contains__", text: "To ask whether a value is there, write `values.contains(x)`."),
    members(
      "startswith", "startsWith",
      text: "Of a text it is `text.hasPrefix(\"a\")`, and `text.hasSuffix(\"z\")` for its end."),
    members(
      "endswith", "endsWith",
      text: "Of a text it is `text.hasSuffix(\"z\")`, and `text.hasPrefix(\"a\")` for its beginning."),
    members(
      "toString", "to_string", "__str__",
      text: "`String(x)` makes a text of a value, or `\"\\(x)\"` within another text."),
    members(
      "charAt", "substring", "slice",
      text:
        "Of a text, `text.prefix(3)` and `text.suffix(3)` give the ends, and `Array(text)[1..<3]` the characters between."
    ),
    members(
      "replace", text: "It is `text.replacing(\"a\", with: \"b\")`, which gives a new text and leaves the old one."),
    members("isdigit", "isnumeric", "isDigit", text: "Each character knows it: `text.allSatisfy { $0.isNumber }`."),
    members(
      "get", "getOrDefault", "setdefault",
      text:
        "A value is looked up with its key in brackets, and `??` says what counts if there is none: `d[\"a\"] ?? 0`."),
    members(
      "has_key", "containsKey", "hasKey", text: "To ask whether a key is there, write `d[\"a\"] != nil`."),
    Explanation(
      lines: "….split(\"\")…", "….split(\"\", …",
      messages: ["no exact matches in call to instance method 'split'", "missing argument label 'separator:' in call"],
      text:
        "Say that it is the separator: `text.split(separator: \",\")`. It gives pieces; `String(piece)` makes a text "
        + "of one."),
    Explanation(
      lines: "…Set… = {…}", messages: ["…"],
      text: "A set is written like an array, and its type says what it is: `let s: Set = [1, 2]`."),
    Explanation(
      lines: "…(\"\" * …", "…= \"\" * …", "\"\" * …",
      messages: ["cannot convert value of type 'String' to expected argument type 'Int'"],
      text: "A text is repeated by `String(repeating: \"a\", count: 3)`."),
  ]

  /// The names that no member has here, of whatever they are asked.
  private static func members(_ names: String..., text: String) -> Explanation {
    Explanation(
      names.map { "value of type '…' has no member '\($0)'" }.map(MessagePattern.init(stringLiteral:)), text: text)
  }
}
