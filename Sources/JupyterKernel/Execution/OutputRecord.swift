import Synchronization

/// What the kernel itself remembers of a cell's output.
final class OutputRecord: Sendable {
  let number: Int
  let isSilent: Bool
  private let value = Mutex<String?>(nil)

  init(number: Int, isSilent: Bool) {
    self.number = number
    self.isSilent = isSilent
  }

  func keepResult(_ text: String?) {
    value.withLock { $0 = text }
  }

  /// The plain text of the cell's value, where it had one.
  var result: String? { value.withLock { $0 } }
}
