import Displays

/// What is done to a text before it is cut into pieces: lower case, no accents, one form for each character.
indirect enum Normalizer: Equatable, Sendable {
  case bert(cleansText: Bool, setsChineseApart: Bool, stripsAccents: Bool?, lowercases: Bool)
  case nfc
  case nfd
  case nfkc
  case nfkd
  case lowercase
  case stripAccents
  case strip(left: Bool, right: Bool)
  case prepend(String)
  case precompiled(PrecompiledMap)
  case replace(TextPattern, with: String)
  case sequence([Normalizer])

  func normalize(_ units: [TextUnit]) -> [TextUnit] {
    switch self {
    case .bert(let cleansText, let setsChineseApart, let stripsAccents, let lowercases):
      var units = cleansText ? units.cleansed : units
      if setsChineseApart { units = units.withChineseApart }
      if stripsAccents ?? lowercases { units = units.decomposed.filter { !$0.scalar.isNonspacingMark } }
      return lowercases ? units.lowercased : units
    case .nfc: return units.composed
    case .nfd: return units.decomposed
    case .nfkc: return units.compatibilityComposed
    case .nfkd: return units.compatibilityDecomposed
    case .lowercase: return units.lowercased
    case .stripAccents: return units.filter { !$0.scalar.isMark }
    case .strip(let left, let right): return units.stripped(left: left, right: right)
    case .prepend(let text):
      guard let first = units.first else { return units }
      return TextUnit.units(of: text, at: first.start, first.end) + units
    case .precompiled(let map): return units.replaced(by: map)
    case .replace(let pattern, let text): return units.replacing(pattern, with: text)
    case .sequence(let normalizers): return normalizers.reduce(units) { $1.normalize($0) }
    }
  }
}

extension Unicode.Scalar {
  /// `\p{M}`, as of Unicode 9, which the field's programs keep to.
  fileprivate var isMark: Bool {
    guard !isASCII else { return false }
    return switch properties.generalCategory {
    case .nonspacingMark, .spacingMark, .enclosingMark: isInUnicode9
    default: false
    }
  }
}

extension [TextUnit] {
  /// Without what cannot be seen, and every kind of space a plain one.
  fileprivate var cleansed: [TextUnit] {
    compactMap { unit in
      if unit.scalar.value == 0 || unit.scalar.value == 0xFFFD || unit.scalar.isControlSign { return nil }
      return unit.scalar.isSpace ? TextUnit(scalar: " ", start: unit.start, end: unit.end) : unit
    }
  }

  /// With a space before and behind each Chinese character.
  fileprivate var withChineseApart: [TextUnit] {
    guard contains(where: { $0.scalar.isChinese }) else { return self }
    return flatMap { unit in
      guard unit.scalar.isChinese else { return [unit] }
      let space = TextUnit(scalar: " ", start: unit.start, end: unit.end)
      return [space, unit, space]
    }
  }

  fileprivate var lowercased: [TextUnit] {
    var units: [TextUnit] = []
    units.reserveCapacity(count)
    for unit in self {
      if unit.scalar.isASCII {
        let isUpper = ("A"..."Z").contains(unit.scalar)
        let scalar = isUpper ? Unicode.Scalar(UInt8(unit.scalar.value) + 32) : unit.scalar
        units.append(TextUnit(scalar: scalar, start: unit.start, end: unit.end))
      } else {
        units += TextUnit.units(of: unit.scalar.properties.lowercaseMapping, at: unit.start, unit.end)
      }
    }
    return units
  }

  fileprivate func stripped(left: Bool, right: Bool) -> [TextUnit] {
    let first = left ? firstIndex { !$0.scalar.isSpace } ?? endIndex : startIndex
    let last = right ? lastIndex { !$0.scalar.isSpace }.map { $0 + 1 } ?? first : endIndex
    return Array(self[first..<Swift.max(first, last)])
  }

  fileprivate func replacing(_ pattern: TextPattern, with text: String) -> [TextUnit] {
    var result: [TextUnit] = []
    var position = 0
    for match in pattern.matches(in: self[...]) {
      result += self[position..<match.lowerBound]
      if match.isEmpty {
        // What takes the place of nothing stands for no place in the text.
        let place = match.lowerBound < count ? self[match.lowerBound].start : last?.end ?? 0
        result += TextUnit.units(of: text, at: place, place)
      } else {
        let last = self[match.upperBound - 1]
        result += TextUnit.units(of: text, at: last.start, last.end)
      }
      position = match.upperBound
    }
    return result + self[position...]
  }
}
