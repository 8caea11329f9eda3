internal import Interruption
import Synchronization
import _StringProcessing

/// A regular expression of a tokenizer's file, which was written for the engine Oniguruma, in the words of Swift's `Regex`.
///
/// Both read nearly the same language. Where they mean different things by the same words, those are replaced:
///
/// | written | in the file | for Swift |
/// |---|---|---|
/// | `\d` | decimal digits | every number, `½` and `Ⅷ` among them |
/// | `\w` | letters, marks, digits, `_` and its like | no marks |
/// | `.` | all but the line feed | all but eight kinds of line ends |
/// | `\h` | a hexadecimal digit | a space |
/// | `\p{Han}` | characters of that script | those that are used with it too |
/// | `[:punct:]` | punctuation and symbols | punctuation |
/// | `^`, `$` | at each line | at the text's ends |
///
/// Two differences are left: `^` is also found behind a carriage return, and `\b` between a letter and its mark.
final class RegularExpression: Sendable {
  private let regex: Mutex<Regex<AnyRegexOutput>>

  /// - Throws: What Swift says of an expression that it cannot read.
  init(_ expression: String) throws {
    let regex = try Regex(Self.translated(expression))
    self.regex = Mutex(regex.matchingSemantics(.unicodeScalar).wordBoundaryKind(.simple))
  }

  /// Where the expression is found in a text, counted in scalars, from left to right, without overlaps.
  ///
  /// A place of no length at the end of the place before it does not count, and in an empty text there is none.
  func places(in text: String) -> [Range<Int>] {
    guard !text.isEmpty else { return [] }
    return regex.withUninterruptedLock { regex in
      var found: [Range<Int>] = []
      var (index, position) = (text.startIndex, 0)
      for match in text.matches(of: regex) {
        if match.range.isEmpty, !found.isEmpty, match.range.lowerBound == index { continue }
        position += text.unicodeScalars.distance(from: index, to: match.range.lowerBound)
        let length = text.unicodeScalars.distance(from: match.range.lowerBound, to: match.range.upperBound)
        found.append(position..<position + length)
        (index, position) = (match.range.upperBound, position + length)
      }
      return found
    }
  }

  /// The expression in the words of Swift's `Regex`.
  static func translated(_ expression: String) -> String {
    var translation = Translation(expression)
    return translation.text()
  }
}

/// Reads an expression from left to right and writes it anew.
private struct Translation {
  private let scalars: [Unicode.Scalar]
  private var position = 0
  /// How many brackets are open: within them most signs stand for themselves.
  private var depth = 0
  private let dot: String
  private var result = ""

  private static let word = #"\p{Alphabetic}\p{M}\p{Nd}\p{Pc}"#
  /// Outside of brackets Oniguruma takes these too.
  private static let wordNumbers = "²³¹¼½¾"
  private static let hexadecimal = "0-9A-Fa-f"

  init(_ expression: String) {
    scalars = Array(expression.unicodeScalars)
    // To Oniguruma (?m) says what (?s) says elsewhere.
    dot = expression.contains("(?m") ? #"[\s\S]"# : #"[^\n]"#
  }

  mutating func text() -> String {
    while position < scalars.count {
      let scalar = scalars[position]
      switch scalar {
      case "\\" where position + 1 < scalars.count: readEscape(scalars[position + 1])
      case "[" where depth > 0 && starts(with: "[:"): readNamedClass()
      case "[":
        depth += 1
        take(1, as: "[")
      case "]" where depth > 0:
        depth -= 1
        take(1, as: "]")
      case "." where depth == 0: take(1, as: dot)
      case "^" where depth == 0: take(1, as: "(?m:^)")
      case "$" where depth == 0: take(1, as: #"(?=\n|\z)"#)
      default: take(1, as: String(scalar))
      }
    }
    return result
  }

  private mutating func take(_ count: Int, as text: String) {
    result += text
    position += count
  }

  private func starts(with text: String) -> Bool { scalars[position...].starts(with: text.unicodeScalars) }

  /// A class by its members, which stand in brackets unless there are some already.
  private func members(_ members: String) -> String { depth > 0 ? members : "[\(members)]" }

  private mutating func readEscape(_ name: Unicode.Scalar) {
    switch name {
    case "d": take(2, as: #"\p{Nd}"#)
    case "D": take(2, as: #"\P{Nd}"#)
    case "w": take(2, as: depth > 0 ? Self.word : "[\(Self.word)\(Self.wordNumbers)]")
    case "W": take(2, as: "[^\(Self.word)\(depth > 0 ? "" : Self.wordNumbers)]")
    case "h": take(2, as: members(Self.hexadecimal))
    case "H": take(2, as: "[^\(Self.hexadecimal)]")
    case "p", "P": readProperty(name)
    default: take(2, as: "\\" + String(name))
    }
  }

  /// `\p{Han}`, `\p{^Han}`
  private mutating func readProperty(_ letter: Unicode.Scalar) {
    guard position + 2 < scalars.count, scalars[position + 2] == "{",
      let end = scalars[position...].firstIndex(of: "}")
    else { return take(2, as: "\\" + String(letter)) }
    var name = String(String.UnicodeScalarView(scalars[position + 3..<end]))
    var isWithout = letter == "P"
    if name.utf8.first == UInt8(ascii: "^") {
      name.unicodeScalars.removeFirst()
      isWithout.toggle()
    }
    let script = #"\p{sc=\#(name)}"#
    let property = (try? Regex(script)) == nil ? name : "sc=\(name)"
    take(end + 1 - position, as: "\\\(isWithout ? "P" : "p"){\(property)}")
  }

  /// `[:punct:]`, `[:^word:]`
  private mutating func readNamedClass() {
    let rest = scalars[(position + 2)...]
    guard let end = rest.indices.dropLast().first(where: { rest[$0] == ":" && rest[$0 + 1] == "]" }) else {
      depth += 1
      return take(1, as: "[")
    }
    let written = String(String.UnicodeScalarView(scalars[position..<end + 2]))
    let members: [String: String] = [
      "punct": #"\p{P}\p{S}"#, "word": Self.word, "digit": #"\p{Nd}"#, "xdigit": Self.hexadecimal,
    ]
    let isWithout = rest.first == "^"
    let name = String(String.UnicodeScalarView(scalars[position + (isWithout ? 3 : 2)..<end]))
    take(end + 2 - position, as: members[name].map { isWithout ? "[^\($0)]" : $0 } ?? written)
  }
}
