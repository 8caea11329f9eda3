/// The longest series of words that two texts have in the same order, with or without others between.
///
/// Cost: the product of both lengths, in time and in numbers of 32 bits.
struct CommonSeries {
  /// Where its words stand in the first text.
  let places: [Int]
  var count: Int { places.count }

  init<Word: Equatable>(_ first: [Word], _ second: [Word]) {
    guard !first.isEmpty, !second.isEmpty else {
      places = []
      return
    }
    // How long the series is for the first words of the one and of the other text.
    let width = second.count + 1
    var lengths = [Int32](repeating: 0, count: (first.count + 1) * width)
    for row in 1...first.count {
      for column in 1...second.count {
        lengths[row * width + column] =
          first[row - 1] == second[column - 1]
          ? lengths[(row - 1) * width + column - 1] + 1
          : max(lengths[(row - 1) * width + column], lengths[row * width + column - 1])
      }
    }
    var (row, column, found) = (first.count, second.count, [Int]())
    while row > 0, column > 0 {
      if first[row - 1] == second[column - 1] {
        found.append(row - 1)
        (row, column) = (row - 1, column - 1)
      } else if lengths[row * width + column - 1] > lengths[(row - 1) * width + column] {
        column -= 1
      } else {
        row -= 1
      }
    }
    places = found.reversed()
  }
}
