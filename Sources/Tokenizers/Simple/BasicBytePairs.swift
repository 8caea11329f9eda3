/// Byte-pair encoding as short as it can be written, to be read: the bytes of a text, and pairs that became one.
///
///     let pairs = BasicBytePairs(text: "aaabdaaabac", merges: 3)
///     pairs.encode("aaabdaaabac")              // [258, 100, 258, 97, 99]
///     pairs.decode([258, 100, 258, 97, 99])    // "aaabdaaabac"
///
/// ``PipelineTokenizer`` does the same for real, many times faster. Source: Gage, A New Algorithm for Data Compression,
/// 1994; Sennrich and others, 2016.
public struct BasicBytePairs: Equatable, Sendable {
  /// Two tokens side by side.
  public struct Pair: Hashable, Sendable {
    public let first: Int
    public let second: Int
  }

  /// The pairs in the order in which they were joined. The first one has become token 256.
  public private(set) var merges: [Pair] = []

  /// Learns from a text: joins the most frequent pair, and again, as often as told. Of equally frequent ones the pair that
  /// stands first is joined.
  public init(text: String, merges count: Int) {
    var ids = text.utf8.map(Int.init)
    for token in 256..<256 + max(count, 0) {
      guard let pair = Self.mostFrequent(ids) else { return }
      ids = Self.joined(ids, pair, as: token)
      merges.append(pair)
    }
  }

  /// The tokens of a text: the pairs are joined in the order in which they were learned.
  public func encode(_ text: String) -> [Int] { encode(Array(text.utf8)) }

  /// The tokens of any bytes, also of such that are no text.
  public func encode(_ bytes: [UInt8]) -> [Int] {
    var ids = bytes.map(Int.init)
    for (index, pair) in merges.enumerated() { ids = Self.joined(ids, pair, as: 256 + index) }
    return ids
  }

  /// The text for tokens.
  public func decode(_ ids: [Int]) -> String {
    String(decoding: ids.flatMap(bytes), as: UTF8.self)
  }

  /// The bytes that a token stands for.
  public func bytes(of id: Int) -> [UInt8] {
    if let byte = UInt8(exactly: id) { return [byte] }
    guard merges.indices.contains(id - 256) else { return [] }
    let pair = merges[id - 256]
    return bytes(of: pair.first) + bytes(of: pair.second)
  }

  private static func mostFrequent(_ ids: [Int]) -> Pair? {
    var counts: [Pair: Int] = [:]
    var order: [Pair] = []
    for (first, second) in zip(ids, ids.dropFirst()) {
      let pair = Pair(first: first, second: second)
      if counts.updateValue((counts[pair] ?? 0) + 1, forKey: pair) == nil { order.append(pair) }
    }
    let most = counts.values.max()
    return order.first { counts[$0] == most }
  }

  private static func joined(_ ids: [Int], _ pair: Pair, as token: Int) -> [Int] {
    var result: [Int] = []
    var position = 0
    while position < ids.count {
      if position + 1 < ids.count, ids[position] == pair.first, ids[position + 1] == pair.second {
        result.append(token)
        position += 2
      } else {
        result.append(ids[position])
        position += 1
      }
    }
    return result
  }
}
