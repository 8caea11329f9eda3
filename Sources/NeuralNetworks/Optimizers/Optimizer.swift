import Tensors

/// Changes parameters by their gradients, step by step, so that a loss shrinks.
///
///     let optimizer = AdamW(model, learningRate: 0.001)
///     for (x, y) in batches {
///       optimizer.zeroGradients()
///       crossEntropy(model(x), y).backward()
///       optimizer.step()
///     }
///
/// A subclass says in ``update(_:gradient:memory:by:)`` what becomes of one parameter. The optimizers that are here have a
/// fused version of that beside it, which changes the numbers in place and in one pass.
open class Optimizer {
  /// How far a step goes. A ``Schedule`` changes it before each step.
  public var learningRate: Double {
    didSet { Optimizer.check(learningRate) }
  }

  /// How many steps have been taken.
  public internal(set) var stepCount = 0

  /// What a step does if a gradient is infinite or NaN.
  public var nonFiniteGradients = NonFiniteGradients.stop
  /// How many steps have been left out for such gradients.
  public internal(set) var skippedStepCount = 0

  /// Whether to use the version in tensor operations even where there is a faster one.
  public var computesByHand = false

  var learners: [Learner]

  /// - Parameters:
  ///   - source: A model, parameters, or groups of parameters.
  ///   - weightDecay: How strongly parameters shrink whose group says nothing about it.
  public init(_ source: some ParameterSource, learningRate: Double, weightDecay: Double = 0) {
    Optimizer.check(learningRate)
    self.learningRate = learningRate
    learners = Learner.all(in: source.parameterGroups, weightDecay: weightDecay)
    if learners.isEmpty { stop(.nothingToLearn(optimizer: name)) }
    for learner in learners {
      check(learner.weightDecay, "weightDecay")
      check(learner.learningRateScale, "learningRateScale")
    }
  }

  /// What the optimizer remembers of each parameter's gradients, by name: one tensor each of the parameter's shape,
  /// zeros to begin with.
  open var memoryNames: [String] { [] }

  /// Changes one parameter, in tensor operations.
  ///
  /// - Parameters:
  ///   - parameter: Its numbers.
  ///   - gradient: Of the loss, not yet multiplied by `step.gradientScale`.
  ///   - memory: What is remembered, in the order of ``memoryNames``.
  open func update(_ parameter: inout Tensor, gradient: Tensor, memory: inout [Tensor], by step: OptimizerStep) {
    stop(.noRule(optimizer: name))
  }

  /// The same for a run of numbers in one pass. Whoever has this says so by ``isFused``.
  func update(_ run: OptimizerRun, by step: OptimizerStep) {}

  /// Whether there is a fused version of the step.
  var isFused: Bool { false }

  /// Forgets the gradients of all parameters. Call it before each `backward()`, which adds to what is there.
  public func zeroGradients() {
    for learner in learners { learner.parameter.gradient = nil }
  }
}

/// Settings are checked before anything is computed with them.
extension Optimizer {
  /// Whether any of some parameters is in its hands.
  func hasSome(of parameters: [Parameter]) -> Bool {
    parameters.contains { parameter in learners.contains { $0.parameter === parameter } }
  }

  var name: String { "\(Self.self)" }

  static func check(_ learningRate: Double) {
    guard learningRate >= 0, learningRate.isFinite else { stop(.learningRate(learningRate)) }
  }

  /// A setting that is at least 0 and, if it is a share that is kept, below 1.
  func check(_ value: Double, _ setting: String, isShare: Bool = false) {
    guard value >= 0, value.isFinite, !isShare || value < 1 else {
      stop(
        .setting(
          of: name, name: setting, value: value, wanted: isShare ? "from 0 up to, not including, 1" : "0 or more"))
    }
  }
}
