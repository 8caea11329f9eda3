/// Tokens by their ids, and ids by their tokens.
struct Vocabulary: Equatable, Sendable {
  /// Where an id is missing, the token is empty.
  private(set) var tokens: [String] = []
  private var ids: [Spelling: Int] = [:]
  /// The ids that have no token.
  private var missing: Set<Int> = []

  init() {}

  /// Tokens with the ids 0, 1, 2, and so on. Of one that stands twice, the first counts.
  init(_ tokens: [String]) {
    self.tokens = tokens
    ids = Dictionary(zip(tokens.lazy.map(Spelling.init), tokens.indices)) { first, _ in first }
    if ids.count < tokens.count { missing = Set(tokens.indices.filter { id(tokens[$0]) != $0 }) }
  }

  /// The tokens of a file with one in each line, whatever space is behind it. Of one that stands twice, the last counts.
  init(lines: [String]) {
    tokens = lines.map { line in
      let scalars = line.unicodeScalars
      return String(
        scalars.prefix(upTo: scalars.lastIndex { !$0.isSpace }.map(scalars.index(after:)) ?? scalars.startIndex))
    }
    ids = Dictionary(zip(tokens.lazy.map(Spelling.init), tokens.indices)) { _, last in last }
    if ids.count < tokens.count { missing = Set(tokens.indices.filter { id(tokens[$0]) != $0 }) }
  }

  /// - Returns: `nil` if two tokens have the same id or one has two, or ids are larger than a vocabulary can be.
  init?(_ entries: [(token: String, id: Int)]) {
    let largest = entries.lazy.map(\.id).max() ?? -1
    // A few ids may be missing, but not most of them.
    guard largest < 4 * entries.count + 1024, (entries.lazy.map(\.id).min() ?? 0) >= 0 else { return nil }
    tokens = Array(repeating: "", count: largest + 1)
    ids.reserveCapacity(entries.count)
    var isTaken = Array(repeating: false, count: largest + 1)
    for (token, id) in entries {
      guard !isTaken[id], ids.updateValue(id, forKey: Spelling(token)) == nil else { return nil }
      isTaken[id] = true
      tokens[id] = token
    }
    if entries.count <= largest { missing = Set(isTaken.indices.filter { !isTaken[$0] }) }
  }

  /// How many ids there are, missing ones counted.
  var count: Int { tokens.count }

  /// How many tokens there are.
  var tokenCount: Int { ids.count }

  /// All tokens with their ids, in the order of the ids.
  var entries: [(token: String, id: Int)] {
    tokens.indices.compactMap { id in token(id).map { ($0, id) } }
  }

  func token(_ id: Int) -> String? {
    guard tokens.indices.contains(id), missing.isEmpty || !missing.contains(id) else { return nil }
    return tokens[id]
  }

  func id(_ token: String) -> Int? { ids[Spelling(token)] }

  /// Adds a token behind the others, or finds it.
  mutating func add(_ token: String) -> Int {
    if let id = id(token) { return id }
    ids[Spelling(token)] = tokens.count
    tokens.append(token)
    return tokens.count - 1
  }
}
