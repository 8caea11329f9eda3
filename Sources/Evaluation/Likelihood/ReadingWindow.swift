/// A part of a text that a model sees at once.
struct ReadingWindow: Equatable {
  /// Which tokens are read. Each foresees the one behind it.
  let inputs: Range<Int>
  /// Which token is the first that counts; those before were counted in an earlier window.
  let firstTarget: Int

  /// Windows that count each of the tokens but the first once.
  static func all(count: Int, window: Int, stride: Int) -> [ReadingWindow] {
    var windows: [ReadingWindow] = []
    var (first, counted) = (0, 1)
    while counted < count {
      let end = min(first + window, count - 1)
      windows.append(ReadingWindow(inputs: first..<end, firstTarget: counted))
      counted = end + 1
      first += stride
    }
    return windows
  }
}
