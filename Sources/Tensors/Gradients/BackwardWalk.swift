/// The way back over a tape, from a result to the parameters, or to an edge behind which the rest of the tape lies.
struct BackwardWalk {
  /// The number of the youngest entry behind the edge.
  private let edge: Int
  /// The entries that lead to the result, in the order in which they were made.
  private var entries: [TapeEntry]
  /// What has come back to each entry so far.
  private var gradients: [Tensor?]
  private var places: [ObjectIdentifier: Int] = [:]

  /// - Parameter edge: The number of an entry. Older ones and itself are taken for parameters.
  init(from result: TapeEntry, _ upstream: Tensor, edge: Int = 0) {
    self.edge = edge
    entries = TapeEntry.all(leadingTo: result, edge: edge)
    places.reserveCapacity(entries.count)
    for (place, entry) in entries.enumerated() { places[ObjectIdentifier(entry)] = place }
    gradients = Array(repeating: nil, count: entries.count)
    gradients[entries.count - 1] = upstream
  }

  /// Visits each entry after all that depend on it, and hands what has come back to parameters to the function.
  ///
  /// - Parameters:
  ///   - spending: Whether entries let go of what they keep as soon as they have been visited.
  ///   - wanted: Entries to be handed out though they are no parameters. Nothing before the first of them is visited.
  mutating func go(
    spending: Bool, wanted: Set<ObjectIdentifier>? = nil, _ arrived: (TapeEntry, Tensor) -> Void
  ) {
    let first = wanted.map { wanted in entries.first { wanted.contains(ObjectIdentifier($0)) }?.number ?? Int.max } ?? 0
    while let entry = entries.popLast() {
      let gradient = gradients.removeLast()
      guard let gradient else { continue }
      guard entry.number >= first else { return }
      let isEnd = entry.isParameter || entry.number <= edge
      if isEnd || entry.keepsGradient || wanted != nil { arrived(entry, gradient) }
      if isEnd { continue }
      guard let way = entry.way else { stop(.tapeIsSpent(operation: entry.operation)) }
      switch way {
      case .addition(let add): addPart(gradient, to: entry, add)
      case .pullback(let pullback): addAll(pullback(gradient), to: entry)
      }
      if spending { entry.spend() }
    }
  }

  private mutating func addAll(_ arriving: [Tensor?], to entry: TapeEntry) {
    for case (let input?, let gradient?) in zip(entry.inputs, arriving) {
      guard let place = places[ObjectIdentifier(input)] else { continue }
      guard gradient.shape == input.shape else {
        stop(.pullbackShape(operation: entry.operation, got: gradient.shape, expected: input.shape))
      }
      // A tensor may have been combined with one of another type.
      let gradient = gradient.converted(to: input.dtype)
      let sum = gradients[place].take()
      if let sum { gradients[place] = Tensor.accumulated(consume sum, gradient) } else { gradients[place] = gradient }
    }
  }

  private mutating func addPart(_ upstream: Tensor, to entry: TapeEntry, _ add: TapeEntry.Addition) {
    guard let input = entry.inputs[0], let place = places[ObjectIdentifier(input)] else { return }
    var sum = gradients[place].take() ?? Tensor.zeros(input.shape, dtype: input.dtype)
    add(upstream, &sum)
    gradients[place] = sum
  }
}
