import PyTorchFixtures
import Tensors

@testable import NeuralNetworks

/// The steps of a fixture, and the optimizer that is to take them.
struct OptimizerTrace {
  let parameters: [String: Parameter]
  let optimizer: Optimizer
  let steps: [TraceCase.Step]
  private let rates: [Double]
  private let precision: DType

  init(_ fixture: TraceCase, _ precision: DType) {
    let parameters = (fixture.initial ?? [:]).mapValues { Parameter($0.tensor(precision)) }
    self.parameters = parameters
    self.precision = precision
    steps = fixture.steps ?? []
    rates = fixture.rates ?? []
    let rate = fixture.number("lr")
    let groups = (fixture.groups ?? []).map { group in
      ParameterGroup(
        group.parameters.compactMap { name in parameters[name].map { (name, $0) } },
        (group.arguments["lr"]?.number ?? rate) / rate, group.arguments["weight_decay"]?.number)
    }
    optimizer = OptimizerTrace.optimizer(fixture, groups, rate)
  }

  private static func optimizer(_ fixture: TraceCase, _ groups: [ParameterGroup], _ rate: Double) -> Optimizer {
    let list = fixture.arguments["betas"]?.list?.compactMap(\.number) ?? [0.9, 0.999]
    let (betas, epsilon) = ((list[0], list[1]), fixture.number("eps", 1e-8))
    let (momentum, weightDecay) = (fixture.number("momentum"), fixture.number("weight_decay"))
    switch fixture.operation {
    case "SGD":
      return SGD(
        groups, learningRate: rate, momentum: momentum, dampening: fixture.number("dampening"),
        nesterov: fixture.isTrue("nesterov"), weightDecay: weightDecay)
    case "RMSprop":
      return RMSProp(
        groups, learningRate: rate, smoothing: fixture.number("alpha", 0.99), epsilon: epsilon, momentum: momentum,
        centered: fixture.isTrue("centered"), weightDecay: weightDecay)
    case "Adam":
      return Adam(groups, learningRate: rate, betas: betas, epsilon: epsilon, weightDecay: weightDecay)
    default:
      let weightDecay = fixture.number("weight_decay", 0.01)
      return AdamW(groups, learningRate: rate, betas: betas, epsilon: epsilon, weightDecay: weightDecay)
    }
  }

  func take(_ step: Int) {
    if !rates.isEmpty { optimizer.learningRate = rates[step] }
    for (name, gradient) in steps[step].gradients { parameters[name]?.gradient = gradient.tensor(precision) }
    optimizer.step()
  }
}
