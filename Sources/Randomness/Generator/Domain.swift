/// What a block is made for: the third word of its counter. Blocks for different ends never share a counter.
enum Domain: UInt32 {
  /// The list of words.
  case words = 0
  /// Keys of generators split off by a number.
  case numberedLabels = 1
  /// Keys of generators split off by a text.
  case writtenLabels = 2
  /// A second try for an integer whose first try would have made the result uneven.
  case retries = 3
}
