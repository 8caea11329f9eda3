/// The classes of scalars that tokenizers tell apart, as Unicode has them.
///
/// BERT's tokenizers were made with the tables of Unicode 8, and the programs of the field keep them: to give the same ids,
/// its three classes know no scalar that came later.
extension Unicode.Scalar {
  /// `\p{L}`
  var isLetter: Bool {
    if isASCII { return ("a"..."z").contains(self) || ("A"..."Z").contains(self) }
    return switch properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter: true
    default: false
    }
  }

  /// `\p{N}`
  var isNumber: Bool {
    if isASCII { return isDigit }
    return switch properties.generalCategory {
    case .decimalNumber, .letterNumber, .otherNumber: true
    default: false
    }
  }

  /// One of the ten ASCII digits.
  var isDigit: Bool { ("0"..."9").contains(self) }

  /// `\s`
  var isSpace: Bool {
    if isASCII { return self == " " || (9...13).contains(value) }
    return properties.isWhitespace
  }

  /// `\w`: letters, marks, decimal numbers, and what connects words.
  var isWordScalar: Bool {
    if isASCII { return isLetter || isDigit || self == "_" }
    return switch properties.generalCategory {
    case .nonspacingMark, .spacingMark, .enclosingMark, .decimalNumber, .connectorPunctuation, .letterNumber: true
    default: isLetter || properties.isAlphabetic || properties.isJoinControl
    }
  }

  /// Punctuation as BERT sees it: all that Unicode calls so, and the rest of ASCII's signs.
  var isPunctuationSign: Bool {
    if isASCII { return (33...126).contains(value) && !isLetter && !isDigit }
    return switch properties.generalCategory {
    case .connectorPunctuation, .dashPunctuation, .openPunctuation, .closePunctuation, .initialPunctuation,
      .finalPunctuation, .otherPunctuation:
      isInUnicode8
    default: false
    }
  }

  /// What is not meant to be seen, such as control characters; line ends and tabs are space.
  var isControlSign: Bool {
    if self == "\t" || self == "\n" || self == "\r" { return false }
    return switch properties.generalCategory {
    case .control, .format, .privateUse, .surrogate: isInUnicode8
    default: false
    }
  }

  /// `\p{Mn}`: a mark that takes no room of its own, such as an accent.
  var isNonspacingMark: Bool { !isASCII && properties.generalCategory == .nonspacingMark && isInUnicode8 }

  private var isInUnicode8: Bool {
    guard let age = properties.age else { return false }
    return age.major <= 8
  }

  /// Whether the normal forms of the field's programs know the scalar.
  var isInUnicode9: Bool {
    guard !isASCII else { return true }
    return properties.age.map { $0.major <= 9 } ?? false
  }

  /// A Chinese character, in the blocks that BERT sets apart.
  var isChinese: Bool {
    switch value {
    case 0x4E00...0x9FFF, 0x3400...0x4DBF, 0x20000...0x2A6DF, 0x2A700...0x2B73F, 0x2B740...0x2B81F, 0x2B920...0x2CEAF,
      0xF900...0xFAFF, 0x2F800...0x2FA1F:
      true
    default: false
    }
  }
}
