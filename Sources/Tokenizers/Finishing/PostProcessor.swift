/// What puts the marks around a text that a model expects: `[CLS] … [SEP]`.
indirect enum PostProcessor: Equatable, Sendable {
  /// A part of a template: one of the texts, or marks.
  enum Part: Equatable, Sendable {
    case text(isSecond: Bool, typeID: Int)
    case marks([Mark], typeID: Int)
  }

  struct Mark: Equatable, Sendable {
    var id: Int
    var token: String
  }

  case template(single: [Part], pair: [Part])
  /// As a template, with a text's own spaces out of its tokens' places.
  case roberta(end: Mark, start: Mark, trimsOffsets: Bool, addsPrefixSpace: Bool)
  case byteLevel(trimsOffsets: Bool, addsPrefixSpace: Bool)
  case sequence([PostProcessor])

  /// `[CLS] A [SEP]` and `[CLS] A [SEP] B [SEP]`.
  static func bert(end: Mark, start: Mark) -> PostProcessor {
    let single: [Part] = [.marks([start], typeID: 0), .text(isSecond: false, typeID: 0), .marks([end], typeID: 0)]
    return .template(
      single: single, pair: single + [.text(isSecond: true, typeID: 1), .marks([end], typeID: 1)])
  }

  /// How many marks are put around a text or a pair.
  func markCount(isPair: Bool) -> Int {
    parts(isPair: isPair).reduce(0) { count, part in
      guard case .marks(let marks, _) = part else { return count }
      return count + marks.count
    }
  }

  /// Whether the second text of a pair stands before the first.
  var beginsWithSecond: Bool {
    for case .text(let isSecond, _) in parts(isPair: true) { return isSecond }
    return false
  }

  /// Puts one or two texts together.
  func process(_ first: Encoding, _ second: Encoding?, addingSpecialTokens: Bool) -> Encoding {
    let (first, second) = (trimmed(first), second.map(trimmed))
    var result = Encoding()
    for part in parts(isPair: second != nil) {
      switch part {
      case .text(let isSecond, let typeID):
        guard var text = isSecond ? second : first else { continue }
        text.typeIDs = Array(repeating: typeID, count: text.count)
        result.append(text)
      case .marks(let marks, let typeID):
        guard addingSpecialTokens else { continue }
        for mark in marks { result.appendMark(id: mark.id, token: mark.token, typeID: typeID) }
      }
    }
    return result
  }

  func parts(isPair: Bool) -> [Part] {
    switch self {
    case .template(let single, let pair): return isPair ? pair : single
    case .roberta(let end, let start, _, _):
      let single: [Part] = [.marks([start], typeID: 0), .text(isSecond: false, typeID: 0), .marks([end], typeID: 0)]
      return isPair
        ? single + [.marks([end], typeID: 0), .text(isSecond: true, typeID: 0), .marks([end], typeID: 0)] : single
    case .byteLevel:
      let single: [Part] = [.text(isSecond: false, typeID: 0)]
      return isPair ? single + [.text(isSecond: true, typeID: 1)] : single
    case .sequence(let processors):
      let all = processors.map { $0.parts(isPair: isPair) }
      // The one that adds marks decides.
      return all.first { $0.contains { if case .marks = $0 { true } else { false } } } ?? all.first
        ?? PostProcessor.byteLevel(trimsOffsets: false, addsPrefixSpace: false).parts(isPair: isPair)
    }
  }

  /// Takes the spaces at both ends of tokens out of their places.
  private func trimmed(_ encoding: Encoding) -> Encoding {
    var encoding = encoding
    for index in encoding.tokens.indices {
      func isSpace(_ scalar: Unicode.Scalar) -> Bool { scalar == ByteAlphabet.scalars[0x20] || scalar.isSpace }
      let scalars = encoding.tokens[index].unicodeScalars
      let spaces = (scalars.prefix(while: isSpace).count, scalars.reversed().prefix(while: isSpace).count)
      encoding.offsets[index] = trimmed(encoding.offsets[index], spaces, isFirst: index == 0)
    }
    return encoding
  }

  /// The place of a token without the spaces at both ends, if the file wants that.
  func trimmed(_ place: Range<Int>, _ spaces: (before: Int, behind: Int), isFirst: Bool) -> Range<Int> {
    switch self {
    case .template: return place
    case .byteLevel(let trims, let addsPrefixSpace), .roberta(_, _, let trims, let addsPrefixSpace):
      guard trims else { return place }
      // The space that was put before the text has no place in it.
      let isPut = spaces.before == 1 && addsPrefixSpace && (isFirst || place.lowerBound == 0)
      let start = min(place.lowerBound + (isPut ? 0 : spaces.before), place.upperBound)
      return start..<max(place.upperBound - spaces.behind, start)
    case .sequence(let processors): return processors.reduce(place) { $1.trimmed($0, spaces, isFirst: isFirst) }
    }
  }
}
