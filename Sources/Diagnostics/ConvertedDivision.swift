/// A proposal of the compiler to turn the result of a division into a decimal number.
///
/// `Double(a / b)` divides whole numbers and drops the remainder; what is meant is `Double(a) / Double(b)`.
enum ConvertedDivision {
  /// Returns the changes with each side of a division converted for itself, and other changes as they are; `nil` if a
  /// division is converted as a whole and cannot be taken apart.
  static func convertingParts(_ fixIts: [FixIt], in source: SourceText) -> [FixIt]? {
    guard fixIts.count == 2,
      let opening = fixIts.first(where: { $0.replacement == "Double(" || $0.replacement == "Float(" }),
      let closing = fixIts.first(where: { $0.replacement == ")" })
    else { return fixIts }
    let start = opening.range.start
    let end = closing.range.start
    guard start.line == end.line, let line = source.line(start.line), start.column <= end.column,
      end.column - 1 <= line.utf8.count
    else { return fixIts }
    let bytes = Array(line.utf8)[(start.column - 1)..<(end.column - 1)]
    let operators = outerOperators(in: bytes)
    guard operators.contains(where: { bytes[$0] == UInt8(ascii: "/") }) else { return fixIts }
    guard operators.count == 1, let place = operators.first else { return nil }
    func change(at offset: Int, _ text: String) -> FixIt {
      var location = start
      location.column = offset + 1
      return FixIt(range: DiagnosticRange(start: location, end: location), replacement: text)
    }
    let space = UInt8(ascii: " ")
    guard let left = bytes[..<place].lastIndex(where: { $0 != space }),
      let right = bytes[(place + 1)...].firstIndex(where: { $0 != space })
    else { return nil }
    return [opening, change(at: left + 1, ")"), change(at: right, opening.replacement), closing]
  }

  /// The places of operators outside of all brackets and quotation marks.
  private static func outerOperators(in bytes: ArraySlice<UInt8>) -> [Int] {
    var depth = 0
    var isQuoted = false
    var places: [Int] = []
    for (place, byte) in zip(bytes.indices, bytes) {
      switch byte {
      case UInt8(ascii: "\""): isQuoted.toggle()
      case _ where isQuoted: break
      case UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "{"): depth += 1
      case UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "}"): depth -= 1
      case UInt8(ascii: "/"), UInt8(ascii: "*"), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "%"),
        UInt8(ascii: "?"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "&"), UInt8(ascii: "|"):
        if depth == 0 { places.append(place) }
      default: break
      }
    }
    return places
  }
}
