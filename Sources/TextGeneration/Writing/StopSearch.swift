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
    var certain = held.count
    // The first place from which a stop goes on to the end of what there is, or is found whole.
    search: for start in held.indices {
      for stop in stops {
        let length = min(stop.count, held.count - start)
        guard held[start..<start + length].elementsEqual(stop[..<length]) else { continue }
        certain = start
        isFound = length == stop.count
        if isFound { break search }
        // A longer wait at an earlier place goes before a find at a later one.
        break search
      }
    }
    return give(certain)
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
