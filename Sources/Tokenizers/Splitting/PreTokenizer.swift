/// What cuts a text into the pieces within which tokens are looked for: words, signs, runs of space.
indirect enum PreTokenizer: Equatable, Sendable {
  case byteLevel(addsPrefixSpace: Bool, trimsOffsets: Bool, splits: Bool)
  case bert
  /// Words and runs of signs: `\w+|[^\w\s]+`.
  case whitespace
  case whitespaceSplit
  case metaspace(replacement: Unicode.Scalar, prefix: MetaspacePrefix, splits: Bool)
  case split(TextPattern, SplitBehavior, isInverted: Bool)
  case punctuation(SplitBehavior)
  case digits(areApart: Bool)
  case delimiter(Unicode.Scalar)
  case sequence([PreTokenizer])

  /// Cuts a stretch of text; the units may change on the way.
  ///
  /// - Parameter isFirst: Whether the stretch is the beginning of the text.
  func pieces(of text: [TextUnit], isFirst: Bool) -> [[TextUnit]] {
    switch self {
    case .byteLevel(let addsPrefixSpace, _, let splits):
      var text = text
      if addsPrefixSpace, let first = text.first, first.scalar != " " {
        text.insert(TextUnit(scalar: " ", start: first.start, end: first.end), at: 0)
      }
      let words = splits ? TextPattern(WordScanner.gpt2).matches(in: text[...]) : [0..<text.count]
      return words.map { text[$0].asBytes }
    case .bert:
      return Self.cut(text, .removed) { $0.isSpace }.flatMap { Self.cut($0, .isolated) { $0.isPunctuationSign } }
    case .whitespace:
      var pieces: [[TextUnit]] = []
      var kinds: [Bool] = []
      var isApart = true
      for unit in text {
        if unit.scalar.isSpace {
          isApart = true
          continue
        }
        let isWord = unit.scalar.isWordScalar
        if !isApart, kinds.last == isWord {
          pieces[pieces.count - 1].append(unit)
        } else {
          pieces.append([unit])
          kinds.append(isWord)
        }
        isApart = false
      }
      return pieces
    case .whitespaceSplit: return Self.cut(text, .removed) { $0.isSpace }
    case .metaspace(let replacement, let prefix, let splits):
      var text = text
      let isWanted = prefix == .always || (prefix == .first && isFirst)
      if isWanted, let first = text.first, first.scalar != " ", first.scalar != replacement {
        text.insert(TextUnit(scalar: replacement, start: first.start, end: first.end), at: 0)
      }
      for index in text.indices where text[index].scalar == " " { text[index].scalar = replacement }
      return splits ? Self.cut(text, .mergedWithNext) { $0 == replacement } : [text]
    case .split(let pattern, let behavior, let isInverted):
      var matches = pattern.matches(in: text[...])
      if isInverted { matches = Self.gaps(matches, in: text.count) }
      return behavior.pieces(of: 0..<text.count, at: matches).map { Array(text[$0]) }
    case .punctuation(let behavior): return Self.cut(text, behavior) { $0.isPunctuationSign }
    case .digits(let areApart): return Self.cut(text, areApart ? .isolated : .contiguous) { $0.isNumber }
    case .delimiter(let delimiter): return Self.cut(text, .removed) { $0 == delimiter }
    case .sequence(let preTokenizers):
      return preTokenizers.reduce([text]) { pieces, next in
        pieces.enumerated().flatMap { next.pieces(of: $1, isFirst: isFirst && $0 == 0) }
      }
    }
  }

  private static func cut(
    _ text: [TextUnit], _ behavior: SplitBehavior, at isCut: (Unicode.Scalar) -> Bool
  ) -> [[TextUnit]] {
    let cuts = text.indices.filter { isCut(text[$0].scalar) }.map { $0..<$0 + 1 }
    return behavior.pieces(of: 0..<text.count, at: cuts).map { Array(text[$0]) }
  }

  private static func gaps(_ ranges: [Range<Int>], in count: Int) -> [Range<Int>] {
    let bounds = [0] + ranges.flatMap { [$0.lowerBound, $0.upperBound] } + [count]
    return stride(from: 0, to: bounds.count, by: 2).map { bounds[$0]..<bounds[$0 + 1] }.filter { !$0.isEmpty }
  }
}

/// Where a mark for a space is put before a text that begins without one.
enum MetaspacePrefix: String, CaseIterable, Sendable {
  case always, never, first
}

extension ArraySlice<TextUnit> {
  /// One unit for each byte, in the alphabet of bytes. All bytes of a scalar stand for the scalar.
  fileprivate var asBytes: [TextUnit] {
    var units: [TextUnit] = []
    units.reserveCapacity(count)
    for unit in self {
      for byte in UTF8.encode(unit.scalar) ?? UTF8.encodedReplacementCharacter {
        units.append(TextUnit(scalar: ByteAlphabet.scalars[Int(byte)], start: unit.start, end: unit.end))
      }
    }
    return units
  }
}
