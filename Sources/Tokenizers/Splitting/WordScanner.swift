/// Cuts a text into words as two regular expressions do that most of today's tokenizers have, without interpreting them.
///
/// The expressions themselves are the cases' values; the tests hold the scanners against them. Both keep a space with
/// the word behind it, so that a text can be put together again.
enum WordScanner: String, Sendable, CaseIterable {
  /// Radford and others, Language Models are Unsupervised Multitask Learners, 2019 (the code beside the paper).
  case gpt2 = #"'s|'t|'re|'ve|'m|'ll|'d| ?\p{L}+| ?\p{N}+| ?[^\s\p{L}\p{N}]+|\s+(?!\S)|\s+"#
  /// The one of GPT-4 and Llama 3: numbers in groups of three, line ends apart, contractions in any case.
  case llama3 =
    #"(?i:'s|'t|'re|'ve|'m|'ll|'d)|[^\r\n\p{L}\p{N}]?\p{L}+|\p{N}{1,3}| ?[^\s\p{L}\p{N}]+[\r\n]*|\s*[\r\n]+|\s+(?!\S)|\s+"#

  init?(expression: String) {
    self.init(rawValue: expression)
  }

  /// The words, one after the other; they cover the text.
  func words(in units: ArraySlice<TextUnit>) -> [Range<Int>] {
    var words: [Range<Int>] = []
    words.reserveCapacity(units.count / 4)
    var position = units.startIndex
    while position < units.endIndex {
      let end = self == .gpt2 ? Self.gpt2End(units, position) : Self.llama3End(units, position)
      words.append(position..<end)
      position = end
    }
    return words
  }

  private static func gpt2End(_ units: ArraySlice<TextUnit>, _ start: Int) -> Int {
    let first = units[start].scalar
    if first == "'", let length = contraction(units, start + 1, ignoresCase: false) { return start + 1 + length }
    let hasSpace = first == " " && start + 1 < units.endIndex
    let body = hasSpace ? start + 1 : start
    if units[body].scalar.isLetter { return end(of: units, from: body) { $0.isLetter } }
    if units[body].scalar.isNumber { return end(of: units, from: body) { $0.isNumber } }
    if !units[body].scalar.isSpace { return end(of: units, from: body) { $0.isSign } }
    return endOfSpace(units, start)
  }

  private static func llama3End(_ units: ArraySlice<TextUnit>, _ start: Int) -> Int {
    let first = units[start].scalar
    if first == "'", let length = contraction(units, start + 1, ignoresCase: true) { return start + 1 + length }
    if first.isLetter { return end(of: units, from: start) { $0.isLetter } }
    let next = start + 1 < units.endIndex ? units[start + 1].scalar : nil
    if let next, next.isLetter, first != "\r", first != "\n", !first.isNumber {
      return end(of: units, from: start + 1) { $0.isLetter }
    }
    if first.isNumber { return min(end(of: units, from: start) { $0.isNumber }, start + 3) }
    let body = first == " " && next != nil ? start + 1 : start
    if units[body].scalar.isSign {
      let signs = end(of: units, from: body) { $0.isSign }
      return end(of: units, from: signs) { $0 == "\r" || $0 == "\n" }
    }
    // Space with line ends in it goes up to the last of them.
    let space = end(of: units, from: start) { $0.isSpace }
    if let last = units[start..<space].lastIndex(where: { $0.scalar == "\r" || $0.scalar == "\n" }) { return last + 1 }
    return endOfSpace(units, start)
  }

  /// Space before a word leaves its last scalar to the word.
  private static func endOfSpace(_ units: ArraySlice<TextUnit>, _ start: Int) -> Int {
    let end = end(of: units, from: start) { $0.isSpace }
    return end < units.endIndex && end - start > 1 ? end - 1 : end
  }

  private static func end(
    of units: ArraySlice<TextUnit>, from start: Int, while belongs: (Unicode.Scalar) -> Bool
  ) -> Int {
    var end = start
    while end < units.endIndex, belongs(units[end].scalar) { end += 1 }
    return end
  }

  /// How long the rest of `'s`, `'re` and their like is.
  private static func contraction(_ units: ArraySlice<TextUnit>, _ start: Int, ignoresCase: Bool) -> Int? {
    func letter(_ position: Int) -> Unicode.Scalar? {
      guard position < units.endIndex else { return nil }
      let scalar = units[position].scalar
      if ignoresCase, scalar.value == 0x17F { return "s" }  // The long s is an s in another case.
      return ignoresCase && ("A"..."Z").contains(scalar) ? Unicode.Scalar(UInt8(scalar.value) + 32) : scalar
    }
    switch (letter(start), letter(start + 1)) {
    case ("s", _), ("t", _), ("m", _), ("d", _): return 1
    case ("r", "e"), ("v", "e"), ("l", "l"): return 2
    default: return nil
    }
  }
}

extension Unicode.Scalar {
  /// `[^\s\p{L}\p{N}]`
  fileprivate var isSign: Bool { !isSpace && !isLetter && !isNumber }
}
