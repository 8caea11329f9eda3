import Foundation
import NumericKernels
import Testing

/// The state of an optimizer between two steps, long enough for vectors: the numbers of the trace over and over.
struct OptimizerState {
  var parameters: [Float]
  var first: [Float]
  var second: [Float]
  var third: [Float]
}

/// An optimizer as the traces name it.
struct OptimizerCase: CustomTestStringConvertible, Sendable {
  let name: String
  let step: @Sendable (inout OptimizerState, _ gradients: [Float], _ number: Int, _ gradientScale: Double) -> Void

  var testDescription: String { name }

  private static func sgd(_ name: String, isPlain: Bool = false, _ change: @escaping @Sendable (inout SGDStep) -> Void)
    -> OptimizerCase
  {
    OptimizerCase(name: name) { state, gradients, number, scale in
      var step = SGDStep()
      step.learningRate = 0.1
      step.isFirst = number == 1
      step.gradientScale = scale
      change(&step)
      state.first.withUnsafeMutableBufferPointer {
        Kernels.sgd(
          parameters: &state.parameters, gradients: gradients, velocities: isPlain ? nil : $0.baseAddress,
          count: gradients.count, step: step)
      }
    }
  }

  private static func rmsProp(
    _ name: String, isCentred: Bool = false, hasMomentum: Bool = false,
    _ change: @escaping @Sendable (inout RMSPropStep) -> Void
  ) -> OptimizerCase {
    OptimizerCase(name: name) { state, gradients, _, scale in
      var step = RMSPropStep()
      step.gradientScale = scale
      step.momentum = hasMomentum ? 0.9 : 0
      change(&step)
      state.second.withUnsafeMutableBufferPointer { means in
        state.third.withUnsafeMutableBufferPointer { velocities in
          Kernels.rmsProp(
            parameters: &state.parameters, gradients: gradients, squares: &state.first,
            means: isCentred ? means.baseAddress : nil, velocities: hasMomentum ? velocities.baseAddress : nil,
            count: gradients.count, step: step)
        }
      }
    }
  }

  private static func adam(
    _ name: String, isDecoupled: Bool = false, _ change: @escaping @Sendable (inout AdamStep) -> Void
  ) -> OptimizerCase {
    OptimizerCase(name: name) { state, gradients, number, scale in
      var step = AdamStep(firstCorrection: 1, secondCorrection: 1)
      step.learningRate = 0.01
      step.gradientScale = scale
      change(&step)
      step.firstCorrection = 1 - pow(step.firstDecay, Double(number))
      step.secondCorrection = 1 - pow(step.secondDecay, Double(number))
      let kernel = isDecoupled ? Kernels.adamW : Kernels.adam
      kernel(&state.parameters, gradients, &state.first, &state.second, gradients.count, step)
    }
  }

  static let all: [OptimizerCase] = [
    sgd("sgd", isPlain: true) { _ in },
    sgd("sgd, decay", isPlain: true) { $0.weightDecay = 0.01 },
    sgd("sgd, momentum") {
      $0.momentum = 0.9
      $0.dampening = 0.5
      $0.weightDecay = 0.01
    },
    sgd("sgd, nesterov") {
      $0.momentum = 0.9
      $0.isNesterov = true
    },
    rmsProp("rmsprop") { _ in },
    rmsProp("rmsprop, centred", isCentred: true) {
      $0.smoothing = 0.9
      $0.epsilon = 1e-3
    },
    rmsProp("rmsprop, momentum", hasMomentum: true) { $0.weightDecay = 0.01 },
    rmsProp("rmsprop, both", isCentred: true, hasMomentum: true) { $0.epsilon = 1e-3 },
    adam("adam") { _ in },
    adam("adam, decay") {
      $0.weightDecay = 0.1
      $0.firstDecay = 0.8
      $0.secondDecay = 0.95
    },
    adam("adamw", isDecoupled: true) {
      $0.weightDecay = 0.1
      $0.epsilon = 1e-6
    },
  ]
}

@Suite("Optimizers") struct OptimizerTests {
  @Test("PyTorch's steps, also when the gradients come scaled", arguments: OptimizerCase.all, [1, 0.25])
  func steps(optimizer: OptimizerCase, scale: Double) throws {
    let traces = try Traces.load()
    let trace = try #require(traces.optimizers[optimizer.name])
    // Seven numbers eleven times over: 77 are four vectors and a rest.
    func repeated<Number>(_ numbers: [Number]) -> [Number] { (0..<77).map { numbers[$0 % numbers.count] } }
    let zeros = [Float](repeating: 0, count: 77)
    var state = OptimizerState(parameters: repeated(traces.start), first: zeros, second: zeros, third: zeros)
    // What a velocity holds before the first step does not matter.
    if optimizer.name.hasPrefix("sgd") { state.first = zeros.map { _ in .nan } }
    for (number, gradients) in traces.gradients.enumerated() {
      optimizer.step(&state, repeated(gradients.map { $0 / Float(scale) }), number + 1, scale)
      expectClose(state.parameters, repeated(trace[number]), millionths: 0.5, "step \(number + 1)")
    }
  }
}
