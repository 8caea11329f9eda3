extension Exercise {
  /// Stands for the task and its checks: equal hashes mean an equal exercise.
  public var contentHash: String { ContentHash.of([task, suite, stub] + questions.map(\.prompt)) }
}

/// A short name for a text, the same in all versions and on all machines (FNV-1a of 64 bits).
public enum ContentHash {
  public static func of(_ texts: [String]) -> String {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    func add(_ byte: UInt8) { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
    for text in texts {
      for byte in text.utf8 { add(byte) }
      add(0)
    }
    return String(hash, radix: 16)
  }
}
