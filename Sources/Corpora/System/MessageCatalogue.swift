/// A catalogue of translations as GNU gettext compiles it: two tables of lengths and offsets, and the texts.
struct MessageCatalogue {
  private(set) var pairs: [TextPair] = []

  /// - Throws: ``CorpusError`` if the bytes are no catalogue: whatever they say is checked against their number.
  init(_ bytes: [UInt8], file: String) throws(CorpusError) {
    let problem = CorpusError.unexpected(file: file, wanted: "a catalogue of translations, as gettext makes them")
    func number(_ offset: Int) throws(CorpusError) -> Int {
      guard offset >= 0, offset + 4 <= bytes.count else { throw problem }
      return (0..<4).reduce(0) { $0 | Int(bytes[offset + $1]) << (8 * $1) }
    }
    func text(_ table: Int, _ entry: Int) throws(CorpusError) -> String {
      let (length, start) = (try number(table + 8 * entry), try number(table + 8 * entry + 4))
      guard start + length <= bytes.count,
        let text = String(validating: bytes[start..<start + length], as: UTF8.self)
      else { throw problem }
      return text
    }
    guard try number(0) == 0x9504_12de else { throw problem }
    let (count, sources, targets) = (try number(8), try number(12), try number(16))
    guard count <= bytes.count / 16 else { throw problem }
    for entry in 0..<count { pairs.append(TextPair(try text(sources, entry), try text(targets, entry))) }
  }
}
