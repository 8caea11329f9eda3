/// An argument of an operation: a number, a truth value, a word, nothing, or a list of such.
package enum FixtureArgument: Decodable, Sendable, Equatable {
  case number(Double)
  case truth(Bool)
  case word(String)
  case list([FixtureArgument])
  case nothing

  package init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if container.decodeNil() {
      self = .nothing
    } else if let truth = try? container.decode(Bool.self) {
      self = .truth(truth)
    } else if let number = try? container.decode(Double.self) {
      self = .number(number)
    } else if let word = try? container.decode(String.self) {
      self = .word(word)
    } else {
      self = .list(try container.decode([FixtureArgument].self))
    }
  }

  /// The number, also if it is written as a word because JSON lacks it.
  package var number: Double? {
    switch self {
    case .number(let number): number
    case .word(let word): Double(word)
    case .truth, .list, .nothing: nil
    }
  }

  package var int: Int? { number.flatMap { Int(exactly: $0) } }

  package var truth: Bool? { if case .truth(let truth) = self { truth } else { nil } }

  package var word: String? { if case .word(let word) = self { word } else { nil } }

  package var list: [FixtureArgument]? { if case .list(let list) = self { list } else { nil } }

  /// The integers of a list, or the one integer as a list.
  package var ints: [Int]? { list?.compactMap(\.int) ?? int.map { [$0] } }
}
