internal import Interruption
import Synchronization

/// Pieces and their tokens, to be found again without making a new array: a table with open addressing over two long rows.
struct PieceCache: Sendable {
  /// Longer pieces seldom come twice.
  static let longest = 64
  private static let most = 1 << 15
  private static let slotCount = 1 << 16

  private struct Slot {
    var hash: UInt64 = 0
    var scalarStart: Int32 = 0
    var tokenStart: Int32 = 0
    /// Both 0 where nothing is: no piece is empty.
    var scalarCount: Int32 = 0
    var tokenCount: Int32 = 0
  }

  private var slots: [Slot] = []
  private var scalars: [Unicode.Scalar] = []
  private var tokens: [FoundToken] = []
  private var count = 0

  /// Puts the tokens of a piece behind others, if they are known.
  func append(tokensOf piece: ArraySlice<TextUnit>, to found: inout [FoundToken]) -> Bool {
    guard !slots.isEmpty else { return false }
    let slot = slots[place(of: piece, hash: Self.hash(piece))]
    guard slot.scalarCount > 0 else { return false }
    for position in Int(slot.tokenStart)..<Int(slot.tokenStart + slot.tokenCount) { found.append(tokens[position]) }
    return true
  }

  /// Keeps the tokens of a piece. When there are too many, all are forgotten.
  mutating func note(_ found: [FoundToken], for piece: ArraySlice<TextUnit>) {
    guard !piece.isEmpty else { return }
    if slots.isEmpty || count >= Self.most {
      self = PieceCache()
      slots = Array(repeating: Slot(), count: Self.slotCount)
    }
    let hash = Self.hash(piece)
    let place = place(of: piece, hash: hash)
    guard slots[place].scalarCount == 0 else { return }
    slots[place] = Slot(
      hash: hash, scalarStart: Int32(scalars.count), tokenStart: Int32(tokens.count), scalarCount: Int32(piece.count),
      tokenCount: Int32(found.count))
    scalars.append(contentsOf: piece.lazy.map(\.scalar))
    tokens += found
    count += 1
  }

  /// Where the piece is, or would be.
  private func place(of piece: ArraySlice<TextUnit>, hash: UInt64) -> Int {
    var place = Int(hash >> 48)
    while slots[place].scalarCount > 0 {
      let slot = slots[place]
      if slot.hash == hash, isSame(piece, slot) { return place }
      place = (place + 1) & (Self.slotCount - 1)
    }
    return place
  }

  private func isSame(_ piece: ArraySlice<TextUnit>, _ slot: Slot) -> Bool {
    guard piece.count == Int(slot.scalarCount) else { return false }
    var position = Int(slot.scalarStart)
    for unit in piece {
      guard unit.scalar == scalars[position] else { return false }
      position += 1
    }
    return true
  }

  private static func hash(_ piece: ArraySlice<TextUnit>) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for unit in piece { hash = (hash ^ UInt64(unit.scalar.value)) &* 0x9E37_79B9_7F4A_7C15 }
    return hash ^ hash >> 32 &* 0x9E37_79B9_7F4A_7C15
  }
}

extension Mutex<PieceCache> {
  /// Puts the tokens of a piece behind others. They are looked for only if they are not known.
  func append(
    tokensOf piece: ArraySlice<TextUnit>, to tokens: inout [FoundToken],
    finding find: (ArraySlice<TextUnit>) throws(TokenizerError) -> [FoundToken]
  ) throws(TokenizerError) {
    guard piece.count <= PieceCache.longest else {
      tokens += try find(piece)
      return
    }
    let isKnown = withUninterruptedLock { $0.append(tokensOf: piece, to: &tokens) }
    guard !isKnown else { return }
    let found = try find(piece)
    tokens += found
    withUninterruptedLock { $0.note(found, for: piece) }
  }
}
