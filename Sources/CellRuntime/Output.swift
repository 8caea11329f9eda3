internal import CWorkerRuntime
import Synchronization

/// The value of a cell's last expression.
///
/// The latest result is kept, an older one only while it is small, so that a notebook's results do not fill the memory.
public final class Output<Value>: AnyOutput, @unchecked Sendable {
  // Cells run one at a time, and a result is let go only between or at the end of them.
  private var stored: Value?

  init(_ value: Value, number: Int, bytes: Int) {
    stored = value
    super.init(number: number, bytes: bytes)
  }

  /// The value. A result that was let go ends the cell with an error that says so.
  public var value: Value {
    guard let stored else { failBecauseLetGo() }
    return stored
  }

  override var anyValue: Any { value }
  override var isLetGo: Bool { stored == nil }
  override func letGo() { stored = nil }
}

/// A result whose type is not known at compile time.
public class AnyOutput {
  /// The number of the run that the result belongs to.
  public let number: Int
  let bytes: Int

  init(number: Int, bytes: Int) {
    self.number = number
    self.bytes = bytes
  }

  var anyValue: Any { () }
  var isLetGo: Bool { true }
  func letGo() {}

  func failBecauseLetGo() -> Never {
    gb_fail(
      Int32(GB_END_TRAP),
      "Out[\(number)] was let go to free \(byteCountText(bytes)). Give a value a name to keep it.", "")
  }
}

func byteCountText(_ bytes: Int) -> String {
  switch bytes {
  case ..<1_000: "\(bytes) bytes"
  case ..<1_000_000: "\(bytes / 1_000) KB"
  case ..<1_000_000_000: "\(bytes / 1_000_000) MB"
  default: "\(bytes / 1_000_000_000) GB"
  }
}
