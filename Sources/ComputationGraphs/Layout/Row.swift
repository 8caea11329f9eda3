/// Things in a row that each want to stand somewhere, keep their order and must not come too close.
struct Row {
  /// Where each one would like to stand.
  var wishes: [Double]
  /// How much each wish counts.
  var weights: [Double]
  /// The least distance between each one and the next.
  var distances: [Double]

  /// The places with the least sum of weighted squares of the distances from the wishes.
  ///
  /// Taking off the distances leaves wishes that must not fall from one to the next: isotonic regression, which the
  /// method "pool adjacent violators" solves. Neighbours that push against each other form a block, whose place is the
  /// mean of its wishes. Cost: O(count).
  var places: [Double] {
    var offsets = [0.0]
    for distance in distances { offsets.append((offsets.last ?? 0) + distance) }
    var blocks: [(place: Double, weight: Double, count: Int)] = []
    for (index, wish) in wishes.enumerated() {
      var block = (place: wish - offsets[index], weight: weights[index], count: 1)
      while let last = blocks.last, last.place > block.place {
        let weight = last.weight + block.weight
        block = (
          (last.place * last.weight + block.place * block.weight) / weight, weight, last.count + block.count
        )
        blocks.removeLast()
      }
      blocks.append(block)
    }
    let places = blocks.flatMap { Array(repeating: $0.place, count: $0.count) }
    return zip(places, offsets).map { $0 + $1 }
  }
}
