/// Reads the entries of an LLVM bitstream one after another.
///
/// A bitstream is a tree of blocks that hold records, packed without regard to byte boundaries; abbreviations, which the
/// stream itself defines, say how the fields of a record are packed. The reader trusts nothing: each length is held
/// against what is left of the stream before anything is allocated.
struct BitstreamReader {
  /// What the stream holds next.
  enum Entry {
    case blockStart(id: Int)
    case blockEnd
    case record(Record)
    case streamEnd
  }

  /// A row of numbers, perhaps with bytes at its end.
  struct Record {
    var code: Int
    var fields: [UInt64]
    var blob: [UInt8]
  }

  private struct Scope {
    var blockID: Int
    var identifierWidth: Int
    var abbreviations: [BitstreamAbbreviation]
  }

  private static let blockInformationID = 0
  private static let greatestDepth = 16
  private static let greatestAbbreviationCount = 256

  private var bits: BitCursor
  private var scope = Scope(blockID: -1, identifierWidth: 2, abbreviations: [])
  private var outerScopes: [Scope] = []
  private var registeredAbbreviations: [Int: [BitstreamAbbreviation]] = [:]
  private var describedBlockID: Int?

  /// Starts after the four bytes that say what kind of stream it is.
  init(_ bytes: [UInt8], magic: [UInt8]) throws(SerializedDiagnosticsError) {
    guard bytes.starts(with: magic) else { throw .notADiagnosticsFile }
    bits = BitCursor(bytes, at: magic.count * 8)
  }

  /// Moves on to the next block start, block end or record.
  mutating func next() throws(SerializedDiagnosticsError) -> Entry {
    while true {
      // What follows the last block is padding at most.
      if outerScopes.isEmpty, bits.remaining < 32 { return .streamEnd }
      let identifier = try bits.read(scope.identifierWidth)
      switch identifier {
      case 0:
        try endBlock()
        return .blockEnd
      case 1:
        let id = try startBlock()
        if id != Self.blockInformationID { return .blockStart(id: id) }
        try readBlockInformation()
      case 2:
        try defineAbbreviation()
      case 3:
        return .record(try unabbreviatedRecord())
      default:
        let index = Int(identifier) - 4
        guard index < scope.abbreviations.count else { throw .malformed("an abbreviation that was never defined") }
        return .record(try scope.abbreviations[index].record(from: &bits))
      }
    }
  }

  private mutating func startBlock() throws(SerializedDiagnosticsError) -> Int {
    let id = try bits.readVariable(8)
    let width = try bits.readVariable(4)
    try bits.alignToWord()
    _ = try bits.read(32)
    guard outerScopes.count < Self.greatestDepth else { throw .malformed("blocks nested too deeply") }
    guard (2...32).contains(width), id < UInt64(Int32.max) else { throw .malformed("an impossible block") }
    outerScopes.append(scope)
    let blockID = Int(id)
    scope = Scope(
      blockID: blockID, identifierWidth: Int(width), abbreviations: registeredAbbreviations[blockID] ?? [])
    return blockID
  }

  private mutating func endBlock() throws(SerializedDiagnosticsError) {
    guard let outer = outerScopes.popLast() else { throw .malformed("a block that ends without a start") }
    try bits.alignToWord()
    scope = outer
  }

  /// Reads the block that registers abbreviations for blocks to come.
  private mutating func readBlockInformation() throws(SerializedDiagnosticsError) {
    describedBlockID = nil
    while true {
      switch try next() {
      case .blockEnd: return
      case .record(let record) where record.code == 1:
        guard let id = record.fields.first, id < UInt64(Int32.max) else { throw .malformed("an impossible block") }
        describedBlockID = Int(id)
      case .record: continue
      case .blockStart, .streamEnd: throw .malformed("block information that does not end")
      }
    }
  }

  private mutating func defineAbbreviation() throws(SerializedDiagnosticsError) {
    let abbreviation = try BitstreamAbbreviation(from: &bits)
    if scope.blockID == Self.blockInformationID {
      guard let id = describedBlockID else { throw .malformed("an abbreviation for no block") }
      registeredAbbreviations[id, default: []].append(abbreviation)
      guard registeredAbbreviations.count <= Self.greatestAbbreviationCount,
        registeredAbbreviations[id, default: []].count <= Self.greatestAbbreviationCount
      else { throw .malformed("too many abbreviations") }
    } else {
      scope.abbreviations.append(abbreviation)
      guard scope.abbreviations.count <= Self.greatestAbbreviationCount else {
        throw .malformed("too many abbreviations")
      }
    }
  }

  private mutating func unabbreviatedRecord() throws(SerializedDiagnosticsError) -> Record {
    let code = try bits.readVariable(6)
    let count = try bits.readVariable(6)
    guard count <= UInt64(bits.remaining / 6), code <= UInt64(Int32.max) else {
      throw .malformed("a record longer than its file")
    }
    var fields: [UInt64] = []
    for _ in 0..<count { fields.append(try bits.readVariable(6)) }
    return Record(code: Int(code), fields: fields, blob: [])
  }
}
