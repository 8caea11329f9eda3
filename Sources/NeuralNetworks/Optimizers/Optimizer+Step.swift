internal import Interruption
import Parallelism
import Tensors

extension Optimizer {
  /// Changes all parameters that gradients have come to. Others, and frozen ones, stay as they are.
  ///
  ///     crossEntropy(model(x), targets).backward()
  ///     let norm = optimizer.step(clippingNormTo: 1)
  ///
  /// Clipping multiplies all gradients by the same number, so that their norm is at most the limit. Here it costs nothing
  /// but the norm, since the fused step multiplies in passing; ``clipGradients(of:toNorm:)`` goes over the gradients once
  /// more. A cell that is interrupted ends before or after the step, not in the middle.
  ///
  /// Cost: one pass over the gradients for the norm, which also finds out whether all are finite, and one pass over
  /// parameters, gradients and what is remembered of them.
  ///
  /// - Parameter limit: The largest norm; `nil` for any.
  /// - Returns: The norm of all gradients together, √(Σ g²), before clipping. If it is not finite the step was left out.
  @discardableResult public func step(clippingNormTo limit: Double? = nil) -> Double {
    let arrived = arrivedGradients()
    guard !arrived.isEmpty else { stop(.noGradients(optimizer: name)) }
    let norm = GradientNorm.euclidean(arrived.map(\.gradient))
    guard norm.isFinite else {
      leaveOut(arrived)
      return norm
    }
    let scale = limit.map { GradientNorm.scale(norm, limit: $0) } ?? 1
    withoutInterruption {
      for (place, gradient) in arrived { change(&learners[place], gradient, scale) }
      stepCount += 1
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

  private func leaveOut(_ arrived: [(place: Int, gradient: Tensor)]) {
    let counts = arrived.lazy.map { ($0.place, GradientNorm.nonFiniteCount($0.gradient)) }
    guard let (place, count) = counts.first(where: { $0.1 > 0 }) else { return }
    let learner = learners[place]
    let mistake = TrainingMistake.nonFiniteGradient(
      name: learner.name, count: count, total: learner.parameter.count, step: stepCount)
    if nonFiniteGradients == .stop { stop(mistake) }
    skippedStepCount += 1
    print("Step left out. \(mistake)")
  }

  private func change(_ learner: inout Learner, _ gradient: Tensor, _ scale: Double) {
    learner.stepCount += 1
    let step = OptimizerStep(
      learningRate: learningRate * learner.learningRateScale, weightDecay: learner.weightDecay,
      number: learner.stepCount, gradientScale: scale)
    if learner.memory.isEmpty {
      learner.memory = memoryNames.map { _ in Tensor.zeros(gradient.shape, gradient.dtype) }
    }
    if isFused, !computesByHand, gradient.dtype == .float, learner.parameter.dtype == .float {
      changeFast(&learner, gradient, step)
    } else {
      var numbers = stopGradient(learner.parameter.value)
      withoutGradients { update(&numbers, gradient: gradient, memory: &learner.memory, by: step) }
      learner.parameter.value = numbers
    }
  }

  /// How many numbers are worth waking another thread for.
  private static let smallestShare = 16_384

  private func changeFast(_ learner: inout Learner, _ gradient: Tensor, _ step: OptimizerStep) {
    withExtendedLifetime(gradient) {
      learner.parameter.changeFloats { numbers in
        // What is remembered is copied first if somebody else sees it too.
        var memory = InlineArray<3, UnsafeMutablePointer<Float>>(repeating: numbers)
        for index in learner.memory.indices { memory[index] = learner.memory[index].changeableFloats() }
        let run = OptimizerRun(numbers: numbers, gradients: gradient.floatStart, memory: memory, count: gradient.count)
        guard run.count >= 2 * Optimizer.smallestShare else { return update(run, by: step) }
        parallel(count: run.count, smallest: Optimizer.smallestShare) { update(run[$0], by: step) }
      }
    }
  }
}
