/// Text of many kinds, the same in each run and on each side: English and Chinese, code, numbers, emoji, accents.
///
/// `Benchmarks/peers/mixed_text.py` makes the same text, character by character; what one side changes, the other must.
public struct MixedText {
  private var state: UInt64

  public init(seed: UInt64) { state = seed }

  /// Lines of text, as many as it takes for a number of bytes.
  public static func lines(bytes count: Int, seed: UInt64 = 1) -> [String] {
    var text = MixedText(seed: seed)
    let words = (0..<2000).map { _ in text.word() }
    var lines: [String] = []
    var bytes = 0
    while bytes < count {
      let line = text.line(of: words)
      bytes += line.utf8.count
      lines.append(line)
    }
    return lines
  }

  private mutating func number(below limit: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int(state >> 33) % limit
  }

  /// Small numbers come more often, as frequent words do.
  private mutating func frequentNumber(below limit: Int) -> Int {
    number(below: limit) * number(below: limit) / limit
  }

  private mutating func word() -> String {
    let starts = ["b", "c", "d", "f", "g", "h", "l", "m", "n", "p", "r", "s", "t", "st", "tr", "th"]
    let middles = ["a", "e", "i", "o", "u", "ea", "ou", "é"]
    let ends = ["", "", "n", "r", "s", "t", "ng", "ll"]
    var word = ""
    for _ in 0...number(below: 3) {
      word += starts[number(below: 16)] + middles[frequentNumber(below: 8)] + ends[number(below: 8)]
    }
    return word
  }

  private mutating func line(of words: [String]) -> String {
    let emoji = ["😀", "👍🏽", "👨‍👩‍👧‍👦", "🇩🇪", "e\u{301}", "שלום", "مرحبا", "☎️"]
    switch number(below: 8) {
    case 0:
      var line = "    return "
      for _ in 0...number(below: 6) {
        line += words[frequentNumber(below: 2000)] + "_\(number(below: 100))"
        line += [" = ", "(", ").", " + "][number(below: 4)]
      }
      return line + ";\n"
    case 1, 2:
      var line = String.UnicodeScalarView()
      for _ in 0...number(below: 60) {
        let isEnd = number(below: 12) == 0
        line.append(isEnd ? "。" : Unicode.Scalar(UInt32(0x4E00 + frequentNumber(below: 3000))) ?? "天")
      }
      return String(line) + "\r\n"
    default:
      var line = ""
      for _ in 0...number(below: 40) {
        switch number(below: 30) {
        case 0: line += emoji[number(below: 8)] + " "
        case 1: line += "\(number(below: 100_000)) "
        case 2: line += words[frequentNumber(below: 2000)] + "'s, "
        default: line += words[frequentNumber(below: 2000)] + " "
        }
      }
      return line + "\n"
    }
  }
}
