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
  func cut(_ text: CutText) -> CutText {
    switch self {
    case .byteLevel(let addsPrefixSpace, _, let splits):
      return Self.bytes(of: text, addsPrefixSpace: addsPrefixSpace, splits: splits)
    case .bert: return text.cut(.removed) { $0.isSpace }.cut(.isolated) { $0.isPunctuationSign }
    case .whitespace:
      let words = text.cut(.removed) { $0.isSpace }
      // Runs of what belongs to words are cut from runs of signs.
      return words.refined(.isolated) { words.runs(of: $0) { $0.isWordScalar } }
    case .whitespaceSplit: return text.cut(.removed) { $0.isSpace }
    case .metaspace(let replacement, let prefix, let splits):
      let marked = Self.marked(text, replacement, prefix)
      return splits ? marked.cut(.mergedWithNext) { $0 == replacement } : marked
    case .split(let pattern, let behavior, let isInverted):
      return text.refined(behavior, isInverted: isInverted) { pattern.matches(in: text.units[$0]) }
    case .punctuation(let behavior): return text.cut(behavior) { $0.isPunctuationSign }
    case .digits(let areApart): return text.cut(areApart ? .isolated : .contiguous) { $0.isNumber }
    case .delimiter(let delimiter): return text.cut(.removed) { $0 == delimiter }
    case .sequence(let preTokenizers): return preTokenizers.reduce(text) { $1.cut($0) }
    }
  }

  /// The text as bytes in their alphabet, one unit for each. All bytes of a scalar stand for the scalar.
  private static func bytes(of text: CutText, addsPrefixSpace: Bool, splits: Bool) -> CutText {
    var result = CutText([])
    result.units.reserveCapacity(text.units.count * 3 / 2)
    for piece in text.pieces {
      var units = text.units[piece]
      if addsPrefixSpace, let first = units.first, first.scalar != " " {
        units = ArraySlice([TextUnit(scalar: " ", start: first.start, end: first.end)] + Array(units))
      }
      let words = splits ? WordScanner.gpt2.words(in: units) : [units.indices]
      for word in words {
        let start = result.units.count
        for unit in units[word] { result.units.append(bytesOf: unit) }
        result.pieces.append(start..<result.units.count)
      }
    }
    return result
  }

  /// The text with a visible mark for each space, and one at the beginning of pieces as the rule says.
  private static func marked(
    _ text: CutText, _ replacement: Unicode.Scalar, _ prefix: MetaspacePrefix
  ) -> CutText {
    var result = CutText([])
    for piece in text.pieces {
      let start = result.units.count
      // All that the first character of the text has become counts as its beginning: each point of "…".
      if let first = text.units[piece].first, first.scalar != " ", first.scalar != replacement,
        prefix == .always || prefix == .first && first.start == 0
      {
        result.units.append(TextUnit(scalar: replacement, start: first.start, end: first.end))
      }
      for var unit in text.units[piece] {
        if unit.scalar == " " { unit.scalar = replacement }
        result.units.append(unit)
      }
      result.pieces.append(start..<result.units.count)
    }
    return result
  }
}

/// Where a mark for a space is put before a text that begins without one.
enum MetaspacePrefix: String, CaseIterable, Sendable {
  case always, never, first
}

extension CutText {
  /// The runs within a piece in which a rule holds for all or for none.
  fileprivate func runs(of piece: Range<Int>, _ rule: (Unicode.Scalar) -> Bool) -> [Range<Int>] {
    var runs: [Range<Int>] = []
    var start = piece.lowerBound
    for position in piece.dropFirst() where rule(units[position].scalar) != rule(units[position - 1].scalar) {
      runs.append(start..<position)
      start = position
    }
    return runs + [start..<piece.upperBound]
  }
}

extension [TextUnit] {
  fileprivate mutating func append(bytesOf unit: TextUnit) {
    func add(_ byte: UInt32) {
      append(TextUnit(scalar: ByteAlphabet.scalars[Int(byte)], start: unit.start, end: unit.end))
    }
    let value = unit.scalar.value
    switch value {
    case ..<0x80: add(value)
    case ..<0x800:
      add(0xC0 | value >> 6)
      add(0x80 | value & 0x3F)
    case ..<0x10000:
      add(0xE0 | value >> 12)
      add(0x80 | value >> 6 & 0x3F)
      add(0x80 | value & 0x3F)
    default:
      add(0xF0 | value >> 18)
      add(0x80 | value >> 12 & 0x3F)
      add(0x80 | value >> 6 & 0x3F)
      add(0x80 | value & 0x3F)
    }
  }
}
