import Synchronization

/// Byte-pair encoding: a piece begins as single characters, and again and again the pair that was learned first becomes
/// one token. Source: Sennrich and others, Neural Machine Translation of Rare Words with Subword Units, 2016, section 3.2.
final class BytePairModel: TokenModel {
  let vocabulary: Vocabulary
  /// The pairs that become one token, the first learned first.
  let merges: [(first: String, second: String)]
  let options: Options
  private let table: PairTable
  private let unknown: Int?
  /// The token of each byte, `<0x00>` and so on, where the vocabulary has one; empty where bytes are not to be written.
  private let byteTokens: [Int?]
  /// The token of each scalar that has one.
  private let scalarTokens: [Unicode.Scalar: Int32]
  /// Pieces that came before; a text repeats most of its words.
  private let known = Mutex(PieceCache())

  struct Options: Equatable, Sendable {
    /// The token for what has none.
    var unknownToken: String?
    /// Whether several of these side by side are one.
    var fusesUnknown = false
    /// Whether what has no token is written as its bytes.
    var usesBytes = false
    /// Whether a piece that is a token is taken as it is.
    var ignoresMerges = false
    /// What stands before the pieces of a word but for the first.
    var continuingPrefix = ""
    /// What stands behind the last piece of a word.
    var endOfWord = ""
  }

  /// - Throws: The number of the merge whose parts or whole are no tokens.
  convenience init(vocabulary: Vocabulary, merges: [(first: String, second: String)], options: Options)
    throws(UnknownMerge)
  {
    var resolved: [(first: Int, second: Int, id: Int)] = []
    resolved.reserveCapacity(merges.count)
    for (number, merge) in merges.enumerated() {
      let joined = merge.first + merge.second.dropPrefix(options.continuingPrefix)
      guard let first = vocabulary.id(merge.first), let second = vocabulary.id(merge.second),
        let id = vocabulary.id(joined)
      else { throw UnknownMerge(number: number) }
      resolved.append((first, second, id))
    }
    self.init(vocabulary, merges, resolved, options)
  }

  /// A model that has joined nothing: each character of the vocabulary is a token.
  convenience init(characters vocabulary: Vocabulary) { self.init(vocabulary, [], [], Options()) }

  private init(
    _ vocabulary: Vocabulary, _ merges: [(first: String, second: String)],
    _ resolved: [(first: Int, second: Int, id: Int)], _ options: Options
  ) {
    self.vocabulary = vocabulary
    self.merges = merges
    self.options = options
    table = PairTable(resolved)
    unknown = options.unknownToken.flatMap { vocabulary.id($0) }
    byteTokens = options.usesBytes ? (0...255).map { vocabulary.id(BytePairModel.byteToken($0)) } : []
    var scalars: [Unicode.Scalar: Int32] = [:]
    for (token, id) in vocabulary.entries {
      let view = token.unicodeScalars
      if let first = view.first, view.count == 1 { scalars[first] = Int32(id) }
    }
    scalarTokens = scalars
  }

  /// A merge whose parts or whole are no tokens.
  struct UnknownMerge: Error {
    let number: Int
  }

  static func byteToken(_ byte: Int) -> String {
    let digits = String(byte, radix: 16, uppercase: true)
    return "<0x\(digits.utf8.count == 1 ? "0" : "")\(digits)>"
  }

  func append(tokensOf piece: ArraySlice<TextUnit>, to tokens: inout [FoundToken]) throws(TokenizerError) {
    try known.append(tokensOf: piece, to: &tokens, finding: merged)
  }

  private func merged(_ piece: ArraySlice<TextUnit>) throws(TokenizerError) -> [FoundToken] {
    if options.ignoresMerges, let id = vocabulary.id(piece.text) { return [FoundToken(id: id, length: piece.count)] }
    var symbols = try MergingSymbols(first(piece.map(\.scalar)))
    symbols.merge(by: table)
    return symbols.tokens
  }

  /// A token for each character, or for each of its bytes where it has none.
  private func first(_ piece: [Unicode.Scalar]) throws(TokenizerError) -> [FoundToken] {
    var tokens: [FoundToken] = []
    tokens.reserveCapacity(piece.count)
    var isBehindUnknown = false
    for (position, scalar) in piece.enumerated() {
      let (isFirst, isLast) = (position == 0, position == piece.count - 1)
      if let id = id(of: scalar, isFirst: isFirst, isLast: isLast) {
        tokens.append(FoundToken(id: id, length: 1))
        isBehindUnknown = false
      } else if !byteTokens.isEmpty, append(bytesOf: symbol(scalar, isFirst: isFirst, isLast: isLast), to: &tokens) {
        isBehindUnknown = false
      } else if let unknown {
        if options.fusesUnknown, isBehindUnknown {
          tokens[tokens.count - 1].length += 1
        } else {
          tokens.append(FoundToken(id: unknown, length: 1))
        }
        isBehindUnknown = true
      } else if let token = options.unknownToken {
        throw .noUnknownToken(token, text: String(Character(scalar)))
      } else if !tokens.isEmpty {
        // Nothing was said of what has no token, and Python's `tokenizers` leave it out. Dropped, but its place belongs to somebody, so that those behind it keep theirs.
        tokens[tokens.count - 1].length += 1
      }
    }
    return tokens
  }

  private func id(of scalar: Unicode.Scalar, isFirst: Bool, isLast: Bool) -> Int? {
    if isFirst || options.continuingPrefix.isEmpty, !isLast || options.endOfWord.isEmpty {
      return scalarTokens[scalar].map(Int.init)
    }
    return vocabulary.id(symbol(scalar, isFirst: isFirst, isLast: isLast))
  }

  /// Puts the tokens of a character's bytes behind others, if there is one for each.
  private func append(bytesOf symbol: String, to tokens: inout [FoundToken]) -> Bool {
    let before = tokens.count
    for byte in symbol.utf8 {
      guard let id = byteTokens[Int(byte)] else {
        tokens.removeSubrange(before...)
        return false
      }
      tokens.append(FoundToken(id: id, length: tokens.count == before ? 1 : 0))
    }
    return true
  }

  /// A character as the vocabulary writes it at its place in a word.
  private func symbol(_ scalar: Unicode.Scalar, isFirst: Bool, isLast: Bool) -> String {
    (isFirst ? "" : options.continuingPrefix) + String(Character(scalar)) + (isLast ? options.endOfWord : "")
  }
}

extension String {
  /// Without a prefix that it begins with, scalar by scalar: behind `##` an accent is no part of the last `#`.
  func dropPrefix(_ prefix: String) -> String {
    guard !prefix.isEmpty, unicodeScalars.starts(with: prefix.unicodeScalars) else { return self }
    return String(unicodeScalars.dropFirst(prefix.unicodeScalars.count))
  }
}
