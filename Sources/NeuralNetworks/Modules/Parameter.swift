internal import Interruption
import Synchronization
import Tensors

/// Numbers that a model learns, and the gradient that has come back to them.
///
///     let weight = Parameter(Tensor([1, 2]))
///     (weight.value * weight.value).sum().backward()
///     weight.gradient                                  // 2  4
///
/// A parameter is a thing, not a value: layers, optimizers and copies of a model that hold it see the same numbers.
public final class Parameter: Sendable {
  let state: Mutex<State>

  /// - Parameters:
  ///   - value: The numbers to begin with.
  ///   - isTrainable: Whether gradients are computed for them.
  public init(_ value: Tensor, isTrainable: Bool = true) {
    let numbers = value.floatingPoint.withoutTape
    state = Mutex(State(numbers: numbers, entry: TapeEntry(parameter: numbers), isTrainable: isTrainable))
  }

  /// The numbers. Computing with them leads gradients back here, unless the parameter is frozen.
  ///
  /// A new value has the shape of the old one; anything else stops the program. It takes the old one's place at once, so
  /// that other threads see the one or the other. In `value += step` another thread may set a value between the reading
  /// and the setting, as with any property.
  public var value: Tensor {
    get {
      if let quantized { return quantized.dequantized }
      return state.withUninterruptedLock { state in
        var value = state.numbers
        value.tapeEntry = state.isTrainable ? state.entry : nil
        return value
      }
    }
    set {
      let (shape, dtype) = (shape, dtype)
      guard newValue.shape == shape else { stop(.parameterShape(newValue.shape, expected: shape)) }
      let numbers = newValue.withoutTape.converted(to: dtype)
      state.withUninterruptedLock { $0.replace(numbers) }
    }
  }

  /// The gradient that `backward()` has added up; `nil` if none has come.
  public var gradient: Tensor? {
    get { state.withUninterruptedLock(\.entry).gradient }
    set {
      let entry = state.withUninterruptedLock(\.entry)
      if let newValue, newValue.shape != shape { stop(.gradientShape(newValue.shape, parameter: shape)) }
      entry.gradient = newValue?.withoutTape
    }
  }

  /// Whether the parameter learns. A frozen one is a constant: it costs nothing on the way back.
  public var isTrainable: Bool {
    get { state.withUninterruptedLock(\.isTrainable) }
    set {
      state.withUninterruptedLock { state in
        if newValue { state.unpack() }
        state.isTrainable = newValue
      }
    }
  }

  public var shape: [Int] { state.withUninterruptedLock(\.shape) }
  public var dtype: DType { state.withUninterruptedLock { $0.numbers.dtype } }
  public var count: Int { shape.reduce(1, *) }

  /// The gradient that has arrived, unless the parameter is frozen.
  package var gradientToLearnFrom: Tensor? {
    state.withUninterruptedLock { $0.isTrainable ? $0.entry.gradient : nil }
  }

  /// Changes numbers of type `Float` in place while nobody else can see them. The function must be short and must not
  /// use the parameter.
  package func changeFloats(_ change: (UnsafeMutablePointer<Float>) -> Void) {
    state.withUninterruptedLock { state in
      state.unpack()
      change(state.numbers.changeableFloats())
    }
  }

  /// Lets the numbers of a matrix `[outputs, inputs]` lie column by column in memory; they stay the same.
  ///
  /// A linear function of many rows takes a tenth less time then, if it has no more outputs than inputs; otherwise
  /// nothing is gained. Whatever changes the numbers lays them out by rows again.
  package func layOutByColumns() {
    state.withUninterruptedLock { state in
      guard state.quantized == nil, state.numbers.rank == 2 else { return }
      state.numbers = state.numbers.transposed().contiguous().transposed()
    }
  }

  /// Changes the type of the numbers, and forgets the gradient.
  public func convert(to dtype: DType) {
    guard dtype.isFloatingPoint else { stop(.parameterType(dtype)) }
    state.withUninterruptedLock { state in
      state.unpack()
      state.numbers = state.numbers.converted(to: dtype)
      state.entry = TapeEntry(parameter: state.numbers)
    }
  }

  /// Takes the place of a tensor: has its numbers, and gradients go where the tensor's go.
  func stand(for tensor: Tensor) {
    state.withUninterruptedLock { state in
      state.quantized = nil
      state.numbers = tensor.withoutTape
      state.entry = tensor.tapeEntry ?? TapeEntry(parameter: state.numbers)
    }
  }
}
