/// Parameters that an optimizer treats alike.
///
///     let slowly = ParameterGroup(model.body, learningRateScale: 0.1)     // a tenth of the learning rate
///     let freely = ParameterGroup(model.head, weightDecay: 0)
///     let optimizer = AdamW([slowly, freely], learningRate: 0.001)
public struct ParameterGroup {
  /// The parameters, with their names if they have any.
  public let parameters: [(name: String?, parameter: Parameter)]
  /// What the optimizer's learning rate is multiplied by for these parameters. Being a factor, it goes along with a
  /// schedule.
  public let learningRateScale: Double
  /// How strongly these parameters shrink; `nil` for as strongly as the optimizer says.
  public let weightDecay: Double?

  /// Groups all parameters of a model, or those that a list holds.
  public init(_ source: some ParameterSource, learningRateScale: Double = 1, weightDecay: Double? = nil) {
    self.init(source.parameterGroups.flatMap(\.parameters), learningRateScale, weightDecay)
  }

  init(_ parameters: [(name: String?, parameter: Parameter)], _ learningRateScale: Double, _ weightDecay: Double?) {
    self.parameters = parameters
    self.learningRateScale = learningRateScale
    self.weightDecay = weightDecay
  }

  /// Two groups: weights of two axes or more, which shrink, and biases and scales of norms, which do not, as it is usual
  /// for transformers.
  ///
  ///     AdamW(ParameterGroup.shrinkingMatrices(of: model, weightDecay: 0.1), learningRate: 6e-4)
  public static func shrinkingMatrices(of source: some ParameterSource, weightDecay: Double) -> [ParameterGroup] {
    let all = source.parameterGroups.flatMap(\.parameters)
    return [
      ParameterGroup(all.filter { $0.parameter.shape.count >= 2 }, 1, weightDecay),
      ParameterGroup(all.filter { $0.parameter.shape.count < 2 }, 1, 0),
    ]
  }
}

/// What an optimizer can be given: a model, a parameter, a group of them, or a list of any of these.
public protocol ParameterSource {
  var parameterGroups: [ParameterGroup] { get }
}

extension Module {
  public var parameterGroups: [ParameterGroup] {
    [ParameterGroup(namedParameters.map { ($0.name, $0.parameter) }, 1, nil)]
  }
}

extension Parameter: ParameterSource {
  public var parameterGroups: [ParameterGroup] { [ParameterGroup([(nil, self)], 1, nil)] }
}

extension ParameterGroup: ParameterSource {
  public var parameterGroups: [ParameterGroup] { [self] }
}

extension Array: ParameterSource where Element: ParameterSource {
  public var parameterGroups: [ParameterGroup] { flatMap(\.parameterGroups) }
}
