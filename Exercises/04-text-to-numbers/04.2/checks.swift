import CourseChecks
import Glassbox
import Testing

@Suite struct TesterOfTheLaw {
  private static let pairs = BasicBytePairs(text: "the cat and the hat and the mat", merges: 20)

  /// Those that keep the law: bytes, scalars with numbers of their own, byte pairs.
  private func acceptsGoodOnes() throws {
    try Check.that(
      keepsTheLaw(
        encode: { $0.utf8.map { 255 - Int($0) } },
        decode: { ids in String(decoding: ids.map { UInt8(255 - $0) }, as: UTF8.self) }),
      "a tokenizer of bytes keeps the law, and was refused")
    try Check.that(
      keepsTheLaw(encode: { $0.unicodeScalars.map { Int($0.value) + 7 } }, decode: Self.scalars),
      "a tokenizer of scalars keeps the law, and was refused")
    try Check.that(
      keepsTheLaw(encode: Self.pairs.encode, decode: Self.pairs.decode), "byte pairs keep the law, and were refused")
  }

  private static func scalars(_ ids: [Int]) -> String {
    var view = String.UnicodeScalarView()
    for id in ids { if let scalar = Unicode.Scalar(UInt32(id - 7)) { view.append(scalar) } }
    return String(view)
  }

  /// One that changes a text before it is cut.
  private func refuses(_ loss: String, _ change: @escaping ([Unicode.Scalar]) -> [Unicode.Scalar]) throws {
    try acceptsGoodOnes()
    let isAccepted = keepsTheLaw(
      encode: { change(Array($0.unicodeScalars)).map { Int($0.value) + 7 } }, decode: Self.scalars)
    try Check.that(!isAccepted, "a tokenizer that loses \(loss) was taken for one that keeps the law")
  }

  @Test("accepts who keeps the law (1 point)") func good() throws {
    var letters: [Character] = []
    try Check.that(
      keepsTheLaw(
        encode: { text in
          text.map { letter in
            letters.append(letter)
            return letters.count - 1
          }
        }, decode: { ids in String(ids.map { letters[$0] }) }),
      "a tokenizer with a token for each letter keeps the law, and was refused")
  }

  @Test("finds who loses capital letters (1 point)") func capitals() throws {
    try refuses("capital letters") { text in
      text.map { ("A"..."Z").contains($0) ? Unicode.Scalar(UInt8($0.value + 32)) : $0 }
    }
  }

  @Test("finds who loses spaces and ends of lines (1 point)") func spaces() throws {
    try refuses("the second of two spaces") { text in
      text.indices.filter { $0 == 0 || text[$0] != " " || text[$0 - 1] != " " }.map { text[$0] }
    }
    try refuses("the end of a line at the end of a text") { $0.last == "\n" ? $0.dropLast() : $0 }
  }

  @Test("finds who knows ASCII only (1 point)") func otherLetters() throws {
    try refuses("whatever is no ASCII") { $0.filter(\.isASCII) }
  }

  @Test("finds who loses numbers from 65,536 on (1 point)") func faces() throws {
    try refuses("numbers from 65,536 on") { $0.filter { $0.value < 65_536 } }
  }

  @Test("finds who loses how an é was spelt (2 points)") func spelling() throws {
    try refuses("how an é was spelt") { text in
      var result: [Unicode.Scalar] = []
      for scalar in text {
        let isAccent = scalar == "\u{301}" && result.last == "e"
        if isAccent { result[result.count - 1] = "\u{E9}" } else { result.append(scalar) }
      }
      return result
    }
  }
}
