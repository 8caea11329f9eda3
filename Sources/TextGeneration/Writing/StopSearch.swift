/// Looks for texts that end the writing while it is written, also across the borders of tokens.
///
/// What may still become such a text is held back until it is certain.
struct StopSearch {
  private let stops: [[Unicode.Scalar]]
  /// What was given out.
  private(set) var text = ""
  private(set) var isFound = false
  private var held: [Unicode.Scalar] = []

  init(_ stops: [String]) { self.stops = stops.map { Array($0.unicodeScalars) }.filter { !$0.isEmpty } }

  /// Takes more text, and gives what is certain.
  mutating func take(_ piece: String) -> String {
    guard !isFound else { return "" }
    held += piece.unicodeScalars
    // A stop that is whole counts before a longer one that has only begun.
    if let found = held.indices.first(where: { start in stops.contains { held[start...].starts(with: $0) } }) {
      isFound = true
      return give(found)
    }
    let begun = held.indices.first { start in stops.contains { $0.starts(with: held[start...]) } }
    return give(begun ?? held.count)
  }

  /// What was held back for nothing.
  mutating func finish() -> String { isFound ? "" : give(held.count) }

  private mutating func give(_ count: Int) -> String {
    let certain = String(String.UnicodeScalarView(held[..<count]))
    held.removeFirst(count)
    text += certain
    return certain
  }
}
