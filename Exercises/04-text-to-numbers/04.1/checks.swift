import CourseChecks
import Testing

@Suite struct BytesByHand {
  /// The bytes that Swift has for a character.
  private func compare(_ text: String) throws {
    for scalar in text.unicodeScalars {
      // Some characters show nothing: then the number alone says which one it is.
      let name = scalar.properties.isAlphabetic || scalar.properties.isEmoji ? "\(scalar), number" : "number"
      try Check.equal(utf8(Int(scalar.value)), String(scalar).utf8.map(Int.init), "\(name) \(scalar.value)")
    }
  }

  @Test("one and two bytes: t, a space, é, д (1 point)") func shortOnes() throws { try compare("t éд\u{301}") }

  @Test("three bytes: 茶, 汉, € (1 point)") func threeBytes() throws { try compare("茶汉€語") }

  @Test("four bytes: a face, a rocket, 𠮷 (1 point)") func fourBytes() throws { try compare("😀🚀𠮷") }

  @Test("where one length ends and the next begins (1 point)") func borders() throws {
    try compare("\u{0}\u{7F}\u{80}\u{7FF}\u{800}\u{D7FF}\u{E000}\u{FFFF}\u{10000}\u{10FFFF}")
  }

  @Test("nothing for numbers that mean no character (1 point)") func nothing() throws {
    for number in [-1, 55_296, 56_320, 57_343, 1_114_112] { try Check.equal(utf8(number), [], "number \(number)") }
  }
}
