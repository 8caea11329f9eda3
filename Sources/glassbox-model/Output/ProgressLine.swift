import Foundation

/// Tells on a terminal how many of many things are done, by a line of the standard error that is written anew. Where nobody
/// looks on, as in a log, it says nothing.
final class ProgressLine {
  private let things: String
  private let total: Int
  private var done = 0
  private var last: ContinuousClock.Instant?
  private let isTerminal = isatty(2) == 1

  /// - Parameter things: What is counted, such as `texts`.
  init(_ things: String, of total: Int) { (self.things, self.total) = (things, total) }

  func show(_ done: Int) {
    self.done = done
    let now = ContinuousClock.now
    if let last, now - last < .milliseconds(200) { return }
    guard isTerminal, done < total else { return }
    last = now
    write("\(Output.grouped(done)) of \(Output.grouped(total)) \(things)")
  }

  func advance(by count: Int = 1) { show(done + count) }

  /// Takes the line away, so that something else can be written.
  func clear() {
    guard last != nil else { return }
    last = nil
    write("")
  }

  deinit { clear() }

  private func write(_ text: String) { FileHandle.standardError.write(Data("\r\u{1B}[K\(text)".utf8)) }
}
