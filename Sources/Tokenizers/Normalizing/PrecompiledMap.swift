import FoundationEssentials

/// What characters become, in the form of SentencePiece: a tree of bytes, and the texts that it leads to.
///
/// T5's and XLM-R's files have one for NFKC with rules of its own. Source: the programs `sentencepiece` (`normalizer.cc`) and
/// `darts-clone`, whose double array the tree is.
struct PrecompiledMap: Equatable, Sendable {
  /// As the file has it.
  let base64: String
  /// The nodes of the tree: each knows its label, whether a text ends there, and where its children are.
  private let nodes: [UInt32]
  /// The texts, each with a zero behind it.
  private let texts: [UInt8]

  /// - Returns: `nil` if this is no such map.
  init?(base64: String) {
    guard let data = Data(base64Encoded: base64), data.count >= 4 else { return nil }
    let bytes = [UInt8](data)
    func number(at place: Int) -> UInt32 { (0..<4).reduce(0) { $0 | UInt32(bytes[place + $1]) << (8 * $1) } }
    let size = Int(number(at: 0))
    guard size % 4 == 0, size > 0, size <= bytes.count - 4 else { return nil }
    self.base64 = base64
    nodes = stride(from: 4, to: 4 + size, by: 4).map(number)
    texts = Array(bytes[(4 + size)...])
    guard String(validating: texts, as: UTF8.self) != nil else { return nil }
  }

  /// What some bytes become, if they begin with something that is in the map.
  ///
  /// The shortest that is there counts. That is odd, but it is what the field's programs do, and what models have seen.
  func replacement(for bytes: some Sequence<UInt8>) -> String? {
    var place = 0
    guard let root = node(place) else { return nil }
    place ^= Self.children(of: root)
    for byte in bytes {
      place ^= Int(byte)
      guard byte != 0, let node = node(place), node & 0x8000_00FF == UInt32(byte) else { return nil }
      place ^= Self.children(of: node)
      if node & 0x100 != 0 { return text(at: Int((self.node(place) ?? .max) & 0x7FFF_FFFF)) }
    }
    return nil
  }

  private func node(_ place: Int) -> UInt32? { nodes.indices.contains(place) ? nodes[place] : nil }

  private static func children(of node: UInt32) -> Int { Int((node >> 10) << ((node & 0x200) >> 6)) }

  private func text(at start: Int) -> String? {
    guard start <= texts.count else { return nil }
    return String(decoding: texts[start...].prefix { $0 != 0 }, as: UTF8.self)
  }
}

extension [TextUnit] {
  /// The text after a map: whole characters where they are short, and what is left scalar by scalar.
  func replaced(by map: PrecompiledMap) -> [TextUnit] {
    var result: [ChangedScalar] = []
    result.reserveCapacity(count)
    var isChanged = false
    func replace(_ count: Int, with text: String) {
      isChanged = true
      let scalars = text.unicodeScalars.map { $0 }
      let more = scalars.count - count
      for (index, scalar) in scalars.enumerated() {
        result.append(ChangedScalar(scalar: scalar, change: index >= scalars.count - more ? 1 : 0))
      }
      // What has gone goes with the scalar before it.
      if more < 0, !result.isEmpty { result[result.count - 1].change += more }
    }
    for character in text {
      if character.utf8.count < 6, let text = map.replacement(for: character.utf8) {
        replace(character.unicodeScalars.count, with: text)
        continue
      }
      for scalar in character.unicodeScalars {
        if let text = map.replacement(for: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter) {
          replace(1, with: text)
        } else {
          result.append(ChangedScalar(scalar: scalar, change: 0))
        }
      }
    }
    return isChanged ? placed(result) : self
  }
}
