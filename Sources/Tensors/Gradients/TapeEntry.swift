internal import Interruption
import Synchronization

/// One line on the tape: which operation made a tensor, from which others, and how a gradient goes back through it.
///
/// The tape is not a list in one place. Each tensor that a gradient may be asked of holds its own entry, and the entry
/// those of the operation's inputs. What no tensor leads to any more is gone. Entries are numbered as they are made, so an
/// operation has a larger number than everything it used: going back in the order of the numbers visits each entry after
/// all that depend on it.
package final class TapeEntry: Sendable {
  /// Turns the gradient of the operation's result into those of its inputs; `nil` for an input that needs none.
  package typealias Pullback = @Sendable (_ upstream: Tensor) -> [Tensor?]
  /// Adds what comes back to the one input to the sum of what has come back to it from elsewhere. Many operations that use
  /// a small part of a large tensor can so share one gradient, instead of making one each that is nearly all zeros.
  package typealias Addition = @Sendable (_ upstream: Tensor, _ sum: inout Tensor) -> Void

  /// The way back through an operation.
  package enum Way: Sendable {
    case pullback(Pullback)
    case addition(Addition)
  }

  let number: Int
  let operation: String
  let shape: [Int]
  let dtype: DType
  /// Unsafe only to the compiler: it changes when the entry goes, and nobody else sees it any more.
  nonisolated(unsafe) private(set) var inputs: [TapeEntry?]
  /// Whether this is something that was not computed.
  let isParameter: Bool
  /// Whether a tensor with this entry keeps it when numbers are written over a part: a variable that is itself a parameter.
  /// Of one that others hold it is a copy, and what is written into a copy was not computed from the parameter.
  let staysWhenWritten: Bool
  private let state: Mutex<State>

  private struct State {
    var way: Way?
    /// What has come back so far, if this is the entry of a parameter.
    var gradient: Tensor?
    /// Whether what comes back is kept although this is no parameter.
    var keepsGradient: Bool
  }

  private static let lastNumber = Atomic(0)

  /// The number of the youngest entry: whatever is computed from now on has a larger one.
  static var newest: Int { lastNumber.load(ordering: .relaxed) }

  init(
    _ operation: String, _ result: Tensor, inputs: [TapeEntry?], _ way: Way?, staysWhenWritten: Bool = false
  ) {
    number = TapeEntry.lastNumber.add(1, ordering: .relaxed).newValue
    self.operation = operation
    shape = result.shape
    dtype = result.dtype
    self.inputs = inputs
    isParameter = way == nil
    self.staysWhenWritten = staysWhenWritten
    state = Mutex(State(way: way, keepsGradient: isParameter))
  }

  /// The entry of something that was not computed: a parameter.
  package convenience init(parameter: Tensor, staysWhenWritten: Bool = false) {
    self.init("parameter", parameter, inputs: [], nil, staysWhenWritten: staysWhenWritten)
  }

  /// Whether gradients that arrive here stay.
  var keepsGradient: Bool {
    get { state.withUninterruptedLock(\.keepsGradient) }
    set { state.withUninterruptedLock { $0.keepsGradient = newValue } }
  }

  /// The way back through the operation; `nil` for a parameter, and once it has been let go of.
  var way: Way? { state.withUninterruptedLock(\.way) }

  /// Lets go of the way back and of all the tensors that it keeps.
  func spend() { withExtendedLifetime(taken()) {} }

  private func taken() -> Way? {
    state.withUninterruptedLock { state in
      defer { state.way = nil }
      return state.way
    }
  }

  package var gradient: Tensor? {
    get { state.withUninterruptedLock(\.gradient) }
    set { state.withUninterruptedLock { $0.gradient = newValue } }
  }

  /// Adds to the gradient that is there.
  ///
  /// The sum is computed outside the lock, from a gradient that has been taken out and so is changed in place. If another
  /// thread has put one there meanwhile, that is taken out and added too.
  func accumulate(_ gradient: Tensor) {
    var sum = gradient
    while let old = exchange(with: sum) { sum = Tensor.accumulated(consume old, sum) }
  }

  /// Takes out the gradient that is there, or puts this one there if there is none.
  private func exchange(with gradient: Tensor) -> Tensor? {
    state.withUninterruptedLock { state in
      let old = state.gradient
      state.gradient = old == nil ? gradient : nil
      return old
    }
  }

  deinit {
    guard !inputs.isEmpty else { return }
    var way = taken()
    Unravelling.letGo(of: &inputs, &way)
  }
}
