/// The gradient of a number with regard to everything that it was computed from.
extension Tensor {
  /// A tensor that gradients arrive at: what a model learns.
  ///
  ///     let w = Tensor([1, 2]).asParameter()
  ///     (w * w).sum().backward()
  ///     w.gradient                           // 2  4
  ///
  /// The numbers are the same. Copies of the result share the gradient.
  public func asParameter() -> Tensor {
    guard dtype.isFloatingPoint else { stop(.noFraction(operation: "asParameter", dtype: dtype)) }
    var parameter = self
    parameter.tapeEntry = TapeEntry(parameter: self, staysWhenWritten: true)
    return parameter
  }

  /// Keeps the gradient of this tensor too when it comes by, so that ``gradient`` shows it afterwards.
  ///
  ///     let w = Tensor([1, 2]).asParameter()
  ///     let y = (w * 3).keepingGradient()
  ///     y.sum().backward()
  ///     y.gradient                           // 1  1
  public func keepingGradient() -> Tensor {
    guard let tapeEntry else { stop(.nothingToLearn(shape: shape)) }
    tapeEntry.keepsGradient = true
    return self
  }

  /// What ``backward(_:keepingGraph:)`` has added up for this parameter; `nil` if nothing has arrived.
  public var gradient: Tensor? {
    get { tapeEntry?.gradient }
    nonmutating set {
      guard let tapeEntry, tapeEntry.keepsGradient else { stop(.nothingToLearn(shape: shape)) }
      if let newValue, newValue.shape != shape { stop(.upstream(shape: newValue.shape, expected: shape)) }
      tapeEntry.gradient = newValue
    }
  }

  /// Whether a gradient can be asked of this tensor: it is a parameter or was computed from one.
  public var isOnTape: Bool { tapeEntry != nil }

  /// Computes the gradient of this number with regard to every parameter that it was computed from, and adds it to the
  /// parameters' ``gradient``.
  ///
  /// Goes back over the tape from this tensor to the parameters. At each operation the chain rule turns the gradient of the
  /// result (`upstream`) into those of the inputs; where a tensor was used several times its gradients are added.
  /// Cost: about twice that of computing the tensor.
  ///
  /// - Parameters:
  ///   - upstream: The gradient of something further on with regard to this tensor, of the same shape. Needed if this
  ///     tensor is not a single number.
  ///   - keepingGraph: Whether the tape can be used again. Otherwise what it keeps is let go of on the way, which saves
  ///     memory.
  public func backward(_ upstream: Tensor? = nil, keepingGraph: Bool = false) {
    guard let tapeEntry else { stop(.nothingToLearn(shape: shape)) }
    let start = checkedUpstream(upstream)
    withoutGradients {
      var walk = BackwardWalk(from: tapeEntry, start)
      walk.go(spending: !keepingGraph) { parameter, gradient in parameter.accumulate(gradient) }
    }
  }

  func checkedUpstream(_ upstream: Tensor?) -> Tensor {
    if let upstream {
      guard upstream.shape == shape else { stop(.upstream(shape: upstream.shape, expected: shape)) }
      return upstream
    }
    guard count == 1 else { stop(.notOneNumberToDerive(shape: shape)) }
    return Tensor.ones(shape, dtype: dtype)
  }

  /// The sum of two gradients. Adds in place if nobody else sees the first one.
  static func accumulated(_ sum: consuming Tensor, _ addend: Tensor) -> Tensor {
    guard !Tape.isRecording, sum.dtype == .float, addend.dtype == .float, sum.shape == addend.shape else {
      return sum + addend
    }
    var sum = sum
    sum.add(addend)
    return sum
  }
}
