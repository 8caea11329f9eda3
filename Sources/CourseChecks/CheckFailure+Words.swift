extension CheckFailure: CustomStringConvertible {
  public var description: String {
    let start = subject.isEmpty ? "" : "\(subject): "
    switch kind {
    case .shape(let got, let expected): return "\(start)expected shape \(expected)   got \(got)"
    case .number(let got, let expected) where got.isNaN && expected.isNaN: return start + Self.bothAreNaN
    case .numbers(_, let got, let expected, let first) where got[first].isNaN && expected[first].isNaN:
      return start + Self.bothAreNaN
    case .number(let got, let expected):
      let digits = Self.digits(got, expected)
      return "\(start)expected \(Self.text(expected, digits))   got \(Self.text(got, digits))"
    case .value(let got, let expected): return "\(start)expected \(expected.short)   got \(got.short)"
    case .condition(let text): return start + text
    case .answer("?", _): return "no answer yet"
    case .answer(let given, let reason?): return "\(given) is not it. \(reason)"
    case .answer(let given, nil): return "there is no choice \(given)"
    case .numbers(let shape, let got, let expected, let first):
      return start + Self.difference(shape, got, expected, first)
    }
  }

  /// Where two answers of the learner's are compared, both can be `nan`; "expected nan, got nan" would explain nothing.
  private static let bothAreNaN =
    "two of your answers should agree, and both are nan, not a number: it is equal to nothing, not even to itself"

  /// The row of the first difference, of both tensors.
  private static func difference(_ shape: [Int], _ got: [Double], _ expected: [Double], _ first: Int) -> String {
    let digits = digits(got[first], expected[first])
    guard let width = shape.last else {
      return "expected \(text(expected[first], digits))   got \(text(got[first], digits))"
    }
    var row = first / width
    var place: [Int] = []
    for size in shape.dropLast().reversed() {
      place.insert(row % size, at: 0)
      row /= size
    }
    let column = first % width
    let start = first - column
    func list(_ numbers: [Double]) -> String {
      // Of a long row the part around the difference.
      let from = max(0, min(column - 3, width - 8))
      let shown = numbers[(start + from)..<(start + min(width, from + 8))].map { text($0, digits) }
      return "[\(from > 0 ? "…, " : "")\(shown.joined(separator: ", "))\(from + 8 < width ? ", …" : "")]"
    }
    let rowName = place.isEmpty ? "" : "row \(place.map(String.init).joined(separator: ", "))   "
    return
      "\(rowName)expected \(list(expected))   got \(list(got))   first difference at \(place.isEmpty ? "index" : "column") \(column)"
  }

  /// As many digits as tell the two numbers apart: three, or more.
  private static func digits(_ first: Double, _ second: Double) -> Int {
    (3...9).first { text(first, $0) != text(second, $0) } ?? 9
  }

  private static func text(_ number: Double, _ digits: Int) -> String {
    guard number.isFinite else { return number.isNaN ? "nan" : "\(number)" }
    guard Swift.abs(number) < 1e9 else { return "\(number)" }
    let scale = (0..<digits).reduce(1.0) { scale, _ in scale * 10 }
    let rounded = Int((Swift.abs(number) * scale).rounded())
    let whole = String(rounded / Int(scale))
    let fraction = String(rounded % Int(scale))
    let sign = number < 0 && rounded > 0 ? "-" : ""
    return "\(sign)\(whole).\(String(repeating: "0", count: digits - fraction.count))\(fraction)"
  }
}

extension String {
  /// The text, or the beginning of a long one.
  fileprivate var short: String { count > 120 ? prefix(119) + "…" : self }
}
