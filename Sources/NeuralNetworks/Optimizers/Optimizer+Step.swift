internal import Interruption
internal import NumericKernels
import Parallelism
import Tensors

extension Optimizer {
  /// Changes all parameters that gradients have come to. Others, and frozen ones, stay as they are.
  ///
  ///     crossEntropy(model(x), targets).backward()
  ///     let norm = optimizer.step(clippingNormTo: 1)
  ///
  /// Clipping multiplies all gradients by the same number, so that their norm is at most the limit. Here it costs one look
  /// at the gradients, since the fused step multiplies in passing; ``clipGradients(of:toNorm:_:)`` changes them. A cell that
  /// is interrupted ends before or after the step, not in the middle.
  ///
  /// Cost: one pass over parameters, gradients and what is remembered of them; with clipping, or if steps may be left out,
  /// one more over the gradients.
  ///
  /// - Parameter limit: The largest norm; `nil` for any.
  /// - Returns: The norm of all gradients together, √(Σ g²), before clipping. If it is not finite the step was left out.
  @discardableResult public func step(clippingNormTo limit: Double? = nil) -> Double {
    do { return try checkedStep(clippingNormTo: limit) } catch { stop(error) }
  }

  /// The same for whoever has an error for a gradient that is not finite, and does not end the program.
  package func checkedStep(clippingNormTo limit: Double?) throws(TrainingMistake) -> Double {
    let arrived = arrivedGradients()
    guard !arrived.isEmpty else { stop(.noGradients(optimizer: name)) }
    // Both must be known before anything is changed.
    let known = limit != nil || nonFiniteGradients == .skip ? GradientNorm.euclidean(arrived.map(\.gradient)) : nil
    if let known, !known.isFinite {
      try refuse(arrived, at: stepCount, isClipping: limit != nil)
      return known
    }
    let scale = limit.flatMap { limit in known.map { GradientNorm.scale($0, limit: limit) } } ?? 1
    var squares = 0.0
    withoutInterruption {
      for (place, gradient) in arrived { squares += change(&learners[place], gradient, scale, looks: known == nil) }
      stepCount += 1
    }
    if let known { return known }
    // The sum may also be infinite because the numbers are very large.
    let norm = squares.isFinite ? squares.squareRoot() : GradientNorm.euclidean(arrived.map(\.gradient))
    if !norm.isFinite {
      // Other parameters have changed, but what is refused counts as no step.
      stepCount -= 1
      try refuse(arrived, at: stepCount, isClipping: false)
    }
    return norm
  }

  private func arrivedGradients() -> [(place: Int, gradient: Tensor)] {
    var arrived: [(place: Int, gradient: Tensor)] = []
    arrived.reserveCapacity(learners.count)
    for place in learners.indices {
      guard let gradient = learners[place].parameter.gradientToLearnFrom else { continue }
      arrived.append((place, gradient.isContiguous ? gradient : gradient.contiguous()))
    }
    return arrived
  }

  /// Tells which gradient is not finite, by an error unless the step is only to be left out.
  private func refuse(
    _ arrived: [(place: Int, gradient: Tensor)], at step: Int, isClipping: Bool
  ) throws(TrainingMistake) {
    let counts = arrived.lazy.map { ($0.place, GradientNorm.nonFiniteCount($0.gradient)) }
    guard let (place, count) = counts.first(where: { $0.1 > 0 }) else { return }
    let learner = learners[place]
    let mistake = TrainingMistake.nonFiniteGradient(
      name: learner.name, count: count, total: learner.parameter.count, step: step, isClipping: isClipping)
    if nonFiniteGradients == .stop { throw mistake }
    skippedStepCount += 1
    print("Step left out. \(mistake)")
  }

  /// Changes one parameter, but no number whose gradient is not finite.
  ///
  /// - Parameter looks: Whether anybody has still to see whether the gradient is finite.
  /// - Returns: The sum of the gradient's squares, if it has looked.
  private func change(_ learner: inout Learner, _ gradient: Tensor, _ scale: Double, looks: Bool) -> Double {
    learner.stepCount += 1
    let step = OptimizerStep(
      learningRate: learningRate * learner.learningRateScale, weightDecay: learner.weightDecay,
      number: learner.stepCount, gradientScale: scale)
    if learner.memory.isEmpty {
      learner.memory = memoryNames.map { _ in Tensor.zeros(like: gradient) }
    }
    if isFused, !computesByHand, gradient.dtype == .float, learner.parameter.dtype == .float {
      return changeFast(&learner, gradient, step, looks)
    }
    if looks, GradientNorm.nonFiniteCount(gradient) > 0 { return .nan }
    var numbers = stopGradient(learner.parameter.value)
    withoutGradients { update(&numbers, gradient: gradient, memory: &learner.memory, by: step) }
    learner.parameter.value = numbers
    return looks ? GradientNorm.sumOfSquares(gradient) : 0
  }

  /// How many numbers one thread changes at a time: their gradients, once looked at, are still in the processor's cache.
  private static let share = 16_384

  private func changeFast(_ learner: inout Learner, _ gradient: Tensor, _ step: OptimizerStep, _ looks: Bool) -> Double
  {
    let count = gradient.count
    var squares = 0.0
    learner.parameter.changeFloats { numbers in
      // What is remembered is copied first if somebody else sees it too.
      var memory = InlineArray<3, UnsafeMutablePointer<Float>>(repeating: numbers)
      for index in learner.memory.indices { memory[index] = learner.memory[index].changeableFloats() }
      let run = OptimizerRun(numbers: numbers, gradients: gradient.floatStart, memory: memory, count: count)
      let pieces = (count + Optimizer.share - 1) / Optimizer.share
      guard pieces > 1 else {
        squares = change(run, step, looks)
        return
      }
      // Added up in an order that does not hang on the number of threads.
      withUnsafeTemporaryAllocation(of: Double.self, capacity: pieces) { sums in
        parallel(pieces: pieces) { piece in
          let first = piece * Optimizer.share
          sums[piece] = change(run[first..<min(first + Optimizer.share, count)], step, looks)
        }
        squares = sums.reduce(0, +)
      }
    }
    withExtendedLifetime(gradient) {}
    return squares
  }

  private func change(_ run: OptimizerRun, _ step: OptimizerStep, _ looks: Bool) -> Double {
    guard looks else {
      update(run, by: step)
      return 0
    }
    let squares = Kernels.sumOfSquares(run.gradients, count: run.count)
    if squares.isFinite || Kernels.countNonFinite(run.gradients, count: run.count) == 0 { update(run, by: step) }
    return squares
  }
}
