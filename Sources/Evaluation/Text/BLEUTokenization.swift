/// How ``BLEU`` cuts a text into words; named as in sacreBLEU.
public enum BLEUTokenization: String, Sendable, Codable, CaseIterable {
  /// Punctuation apart from words, as the evaluation script `mteval-v13a` of the yearly translation contests does.
  case v13a = "13a"
  /// Each Chinese character apart, the rest as ``v13a``.
  case chinese = "zh"
  /// Each character apart.
  case characters = "char"
  /// At white space only, for texts that are cut already.
  case none = "none"

  /// The words of a text.
  public func words(_ text: String) -> [String] {
    let scalars = TextWords.trimmedRight(Array(text.unicodeScalars))
    return switch self {
    case .v13a: TextWords.split(Self.apart([" "] + Self.unescaped(scalars) + [" "]))
    case .chinese:
      TextWords.split(Self.apart(Self.separating(Array(scalars.drop(while: TextWords.isSpace)), where: Self.isChinese)))
    case .characters: scalars.filter { !TextWords.isSpace($0) }.map { String($0) }
    case .none: TextWords.split(scalars)
    }
  }

  /// Without the marks of the contest's files: line ends, and four signs that were escaped.
  private static func unescaped(_ scalars: [Unicode.Scalar]) -> [Unicode.Scalar] {
    let replacements = [
      ("<skipped>", ""), ("-\n", ""), ("\n", " "), ("&quot;", "\""), ("&amp;", "&"), ("&lt;", "<"), ("&gt;", ">"),
    ]
    return replacements.reduce(scalars) { text, pair in
      text.replacing(Array(pair.0.unicodeScalars), with: Array(pair.1.unicodeScalars))
    }
  }

  /// White space around punctuation, but not inside of numbers.
  private static func apart(_ scalars: [Unicode.Scalar]) -> [Unicode.Scalar] {
    let signs = separating(scalars, where: isSign)
    let before = replacingPairs(signs, { !TextWords.isDigit($0) }, isPointOrComma, with: { [$0, " ", $1, " "] })
    let after = replacingPairs(before, isPointOrComma, { !TextWords.isDigit($0) }, with: { [" ", $0, " ", $1] })
    return replacingPairs(after, TextWords.isDigit, { $0 == "-" }, with: { [$0, " ", $1, " "] })
  }

  private static func isPointOrComma(_ scalar: Unicode.Scalar) -> Bool { scalar == "." || scalar == "," }

  /// All signs of ASCII but for `'`, `,`, `-` and `.`; the space too.
  private static func isSign(_ scalar: Unicode.Scalar) -> Bool {
    ("{"..."~").contains(scalar) || ("["..."`").contains(scalar) || (" "..."&").contains(scalar)
      || ("("..."+").contains(scalar) || (":"..."@").contains(scalar) || scalar == "/"
  }

  /// Replaces two neighbours that fit, from left to right; what has been replaced is not looked at again.
  private static func replacingPairs(
    _ scalars: [Unicode.Scalar], _ first: (Unicode.Scalar) -> Bool, _ second: (Unicode.Scalar) -> Bool,
    with replacement: (Unicode.Scalar, Unicode.Scalar) -> [Unicode.Scalar]
  ) -> [Unicode.Scalar] {
    var result: [Unicode.Scalar] = []
    result.reserveCapacity(scalars.count * 2)
    var place = 0
    while place < scalars.count {
      if place + 1 < scalars.count, first(scalars[place]), second(scalars[place + 1]) {
        result += replacement(scalars[place], scalars[place + 1])
        place += 2
      } else {
        result.append(scalars[place])
        place += 1
      }
    }
    return result
  }

  /// White space around all that fit.
  private static func separating(_ scalars: [Unicode.Scalar], where fits: (Unicode.Scalar) -> Bool) -> [Unicode.Scalar]
  {
    let space: Unicode.Scalar = " "
    return scalars.flatMap { scalar -> [Unicode.Scalar] in fits(scalar) ? [space, scalar, space] : [scalar] }
  }

  private static func isChinese(_ scalar: Unicode.Scalar) -> Bool {
    chineseRanges.contains { $0.contains(scalar.value) }
  }

  /// What sacreBLEU takes for Chinese characters and signs. Two of its ranges, meant for characters beyond the first
  /// 65,536, are written with too few digits and cover signs from U+2001 to U+2A6D and some radicals; scores are only
  /// comparable if that is kept.
  private static let chineseRanges: [ClosedRange<UInt32>] = [
    0x3400...0x4DB5, 0x4E00...0x9FA5, 0x9FA6...0x9FBB, 0xF900...0xFA2D, 0xFA30...0xFA6A, 0xFA70...0xFAD9,
    0x2001...0x2A6D, 0x2F81...0x2FA1, 0xFF00...0xFFEF, 0x2E80...0x2EFF, 0x3000...0x303F, 0x31C0...0x31EF,
    0x2F00...0x2FDF, 0x2FF0...0x2FFF, 0x3100...0x312F, 0x31A0...0x31BF, 0xFE10...0xFE1F, 0xFE30...0xFE4F,
    0x2600...0x26FF, 0x2700...0x27BF, 0x3200...0x32FF, 0x3300...0x33FF,
  ]
}
