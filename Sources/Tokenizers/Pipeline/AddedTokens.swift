/// All tokens beside the vocabulary, and how to find them in a text.
struct AddedTokens: Sendable {
  /// A stretch of text, or a token that was found.
  enum Stretch {
    case text([TextUnit])
    /// A token, the place of it with the space that it takes, and how much of that is space before it and behind it.
    case token(AddedToken, place: Range<Int>, spaces: (before: Int, behind: Int))
  }

  let tokens: [AddedToken]
  private let byContent: [Spelling: Int]
  /// How each is written in text that was decoded: as it is looked for.
  private let texts: [Int: String]
  /// Those that are left out where special ones are: that are written as one of them.
  private let skipped: Set<Int>
  /// Those that are looked for in the text as it came, and those in the normalized text; without and with special ones.
  private let raw: (plain: ScalarTrie?, all: ScalarTrie?)
  private let normalized: (plain: ScalarTrie?, all: ScalarTrie?)

  init(_ tokens: [AddedToken], normalizer: Normalizer?) {
    self.tokens = tokens
    let byID = Dictionary(tokens.map { ($0.id, $0) }) { _, last in last }
    byContent = Dictionary(tokens.map { (Spelling($0.content), $0.id) }) { first, _ in first }
    texts = byID.mapValues { token in
      guard token.isNormalized, let normalizer else { return token.content }
      return normalizer.normalize(TextUnit.units(of: token.content)).text
    }
    let special = Set(tokens.lazy.filter(\.isSpecial).map { Spelling($0.content) })
    skipped = Set(texts.lazy.filter { special.contains(Spelling($0.value)) }.map(\.key))
    func trie(isNormalized: Bool, hasSpecial: Bool) -> ScalarTrie? {
      var trie = ScalarTrie()
      var isEmpty = true
      for (index, token) in tokens.enumerated()
      where token.isNormalized == isNormalized && (hasSpecial || !token.isSpecial) && !token.content.isEmpty {
        let units = TextUnit.units(of: token.content)
        let wanted = isNormalized ? normalizer?.normalize(units) ?? units : units
        guard !wanted.isEmpty else { continue }
        trie.insert(wanted.map(\.scalar), value: index)
        isEmpty = false
      }
      return isEmpty ? nil : trie
    }
    raw = (trie(isNormalized: false, hasSpecial: false), trie(isNormalized: false, hasSpecial: true))
    normalized = (trie(isNormalized: true, hasSpecial: false), trie(isNormalized: true, hasSpecial: true))
  }

  /// How a token is written in text that was decoded.
  func text(_ id: Int) -> String? { texts[id] }

  /// Whether a token is left out where special ones are.
  func isSkipped(_ id: Int) -> Bool { skipped.contains(id) }

  func id(_ content: String) -> Int? { byContent[Spelling(content)] }

  /// Cuts a text at the tokens in it. The longest that begins at a place is taken, from left to right.
  func stretches(of text: [TextUnit], isNormalized: Bool, special: SpecialTokenPlaces) -> [Stretch] {
    let tries = isNormalized ? normalized : raw
    guard tries.plain != nil || special != .nowhere && tries.all != nil else {
      return text.isEmpty ? [] : [.text(text)]
    }
    var special = special
    var stretches: [Stretch] = []
    var (first, position) = (0, 0)
    while position < text.count {
      let plain = tries.plain?.longest(in: text[position...].lazy.map(\.scalar))
      // A special token lies as a whole where they are recognized.
      let marked = tries.all?.longest(in: text[position..<special.end(from: position, in: text)].lazy.map(\.scalar))
      guard let (index, length) = [plain, marked].compactMap(\.self).max(by: { $0.length < $1.length }) else {
        position += 1
        continue
      }
      let token = tokens[index]
      let inner = position..<position + length
      var found = inner
      // What was found within a word is passed over, and so is a token inside of it.
      if token.isWholeWord, !isWhole(found, in: text) {
        position += length
        continue
      }
      if token.takesSpaceBefore {
        let start = text[first..<found.lowerBound].lastIndex { !$0.scalar.isSpace }.map { $0 + 1 } ?? first
        found = start..<found.upperBound
      }
      if token.takesSpaceBehind {
        let end = text[found.upperBound...].firstIndex { !$0.scalar.isSpace } ?? text.count
        found = found.lowerBound..<end
      }
      if first < found.lowerBound { stretches.append(.text(Array(text[first..<found.lowerBound]))) }
      let place = Int(text[found.lowerBound].start)..<Int(text[found.upperBound - 1].end)
      let spaces = (inner.lowerBound - found.lowerBound, found.upperBound - inner.upperBound)
      stretches.append(.token(token, place: place, spaces: spaces))
      (first, position) = (found.upperBound, found.upperBound)
    }
    if first < text.count { stretches.append(.text(Array(text[first...]))) }
    return stretches
  }

  private func isWhole(_ found: Range<Int>, in text: [TextUnit]) -> Bool {
    let before = found.lowerBound > 0 ? text[found.lowerBound - 1].scalar : nil
    let behind = found.upperBound < text.count ? text[found.upperBound].scalar : nil
    return before?.isWordScalar != true && behind?.isWordScalar != true
  }
}
