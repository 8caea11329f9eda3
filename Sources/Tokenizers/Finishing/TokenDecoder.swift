/// What turns the tokens of a vocabulary back into text.
indirect enum TokenDecoder: Equatable, Sendable {
  case byteLevel
  case wordPiece(prefix: String, cleansUp: Bool)
  case metaspace(replacement: Unicode.Scalar, prefix: MetaspacePrefix)
  case endOfWord(suffix: String)
  case byteFallback
  case fuse
  case strip(Unicode.Scalar, start: Int, stop: Int)
  case replace(TextPattern, with: String)
  case sequence([TokenDecoder])

  /// The pieces of text that tokens stand for, to be put together.
  func texts(of tokens: [String]) -> [String] {
    switch self {
    case .byteLevel: return [String(decoding: tokens.flatMap(Self.bytes), as: UTF8.self)]
    case .wordPiece(let prefix, let cleansUp):
      return tokens.enumerated().map { index, token in
        var token = token
        if index > 0 {
          let continues = token.unicodeScalars.starts(with: prefix.unicodeScalars)
          token = continues ? String(token.unicodeScalars.dropFirst(prefix.unicodeScalars.count)) : " " + token
        }
        return cleansUp ? Self.cleaned(token, shortens: true) : token
      }
    case .metaspace(let replacement, let prefix):
      return tokens.enumerated().map { index, token in
        // The first token loses all of its marks, as with Python's `tokenizers`.
        let scalars = token.unicodeScalars.compactMap { scalar in
          scalar != replacement ? scalar : index > 0 || prefix == .never ? " " : nil
        }
        return String(String.UnicodeScalarView(scalars))
      }
    case .endOfWord(let suffix):
      return tokens.enumerated().map { index, token in
        Self.replaced(token, suffix, with: index == tokens.count - 1 ? "" : " ")
      }
    case .byteFallback: return Self.withBytes(tokens)
    case .fuse: return [tokens.joined()]
    case .strip(let content, let start, let stop):
      return tokens.map { token in
        let scalars = Array(token.unicodeScalars)
        let first = min(scalars.prefix { $0 == content }.count, start)
        let last = min(scalars[first...].reversed().prefix { $0 == content }.count, stop)
        return String(String.UnicodeScalarView(scalars[first..<scalars.count - last]))
      }
    case .replace(let pattern, let text):
      return tokens.map { Normalizer.replace(pattern, with: text).normalize(TextUnit.units(of: $0)).text }
    case .sequence(let decoders): return decoders.reduce(tokens) { $1.texts(of: $0) }
    }
  }

  /// The bytes that a token is written for; those of the token itself if it is written otherwise.
  private static func bytes(_ token: String) -> [UInt8] {
    let bytes = token.unicodeScalars.map(ByteAlphabet.byte)
    return bytes.contains(nil) ? Array(token.utf8) : bytes.compactMap { $0 }
  }

  private static let signs = [
    (" .", "."), (" ?", "?"), (" !", "!"), (" ,", ","), (" ' ", "'"), (" n't", "n't"), (" 'm", "'m"),
  ]
  private static let endings = [(" 's", "'s"), (" 've", "'ve"), (" 're", "'re")]

  /// Signs without the space before them, as English has it.
  static func cleaned(_ text: String, shortens: Bool = false) -> String {
    let rules = signs + (shortens ? [(" do not", " don't")] : []) + endings
    return rules.reduce(text) { replaced($0, $1.0, with: $1.1) }
  }

  private static func replaced(_ text: String, _ part: String, with other: String) -> String {
    Normalizer.replace(TextPattern(text: part), with: other).normalize(TextUnit.units(of: text)).text
  }

  /// Runs of byte tokens as the characters that they make, or a replacement character for each byte of a run that makes
  /// none.
  private static func withBytes(_ tokens: [String]) -> [String] {
    var texts: [String] = []
    var run: [UInt8] = []
    func finishRun() {
      guard !run.isEmpty else { return }
      if let text = String(validating: run, as: UTF8.self) {
        texts.append(text)
      } else {
        texts += Array(repeating: "\u{FFFD}", count: run.count)
      }
      run = []
    }
    for token in tokens {
      let utf8 = Array(token.utf8)
      if utf8.count == 6, token.hasPrefix("<0x"), token.hasSuffix(">"),
        let byte = UInt8(String(decoding: utf8[3..<5], as: UTF8.self), radix: 16)
      {
        run.append(byte)
      } else {
        finishRun()
        texts.append(token)
      }
    }
    finishRun()
    return texts
  }
}
