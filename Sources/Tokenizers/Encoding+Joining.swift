extension Encoding {
  /// Puts another text's tokens behind these.
  mutating func append(_ other: Encoding) {
    ids += other.ids
    tokens += other.tokens
    typeIDs += other.typeIDs
    attentionMask += other.attentionMask
    specialTokensMask += other.specialTokensMask
    offsets += other.offsets
    wordIDs += other.wordIDs
  }

  /// Puts a mark behind the tokens, which stands for no place in the text.
  mutating func appendMark(id: Int, token: String, typeID: Int, isPadding: Bool = false) {
    ids.append(id)
    tokens.append(token)
    typeIDs.append(typeID)
    attentionMask.append(isPadding ? 0 : 1)
    specialTokensMask.append(1)
    offsets.append(0..<0)
    wordIDs.append(nil)
  }

  /// Some of the tokens.
  func part(_ range: Range<Int>) -> Encoding {
    guard range.count < count else { return self }
    return Encoding(
      ids: Array(ids[range]), tokens: Array(tokens[range]), typeIDs: Array(typeIDs[range]),
      attentionMask: Array(attentionMask[range]), specialTokensMask: Array(specialTokensMask[range]),
      offsets: Array(offsets[range]), wordIDs: Array(wordIDs[range]))
  }

  /// Filled up with padding to a length; longer ones stay as they are.
  public func padded(to length: Int, with padding: AddedToken, typeID: Int = 0, atStart: Bool = false) -> Encoding {
    var marks = Encoding()
    for _ in 0..<max(length - count, 0) {
      marks.appendMark(id: padding.id, token: padding.content, typeID: typeID, isPadding: true)
    }
    var result = atStart ? marks : self
    result.append(atStart ? self : marks)
    return result
  }
}
