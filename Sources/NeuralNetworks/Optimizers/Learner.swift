import Tensors

/// A parameter in the hands of an optimizer.
struct Learner {
  let name: String
  let parameter: Parameter
  let learningRateScale: Double
  let weightDecay: Double
  /// What the optimizer remembers of the gradients; empty until the first one has come.
  var memory: [Tensor] = []
  var stepCount = 0

  /// All parameters of some groups, each under a name of its own.
  static func all(in groups: [ParameterGroup], weightDecay: Double) -> [Learner] {
    var learners: [Learner] = []
    var names: Set<String> = []
    var seen: Set<ObjectIdentifier> = []
    for (number, group) in groups.enumerated() {
      for (name, parameter) in group.parameters {
        let plain = name ?? "\(learners.count)"
        guard seen.insert(ObjectIdentifier(parameter)).inserted else { stop(.parameterTwice(name: plain)) }
        // Several models may use the same names, and one of them names that begin with a number.
        var name = plain
        while !names.insert(name).inserted { name = "\(number).\(name)" }
        learners.append(
          Learner(
            name: name, parameter: parameter, learningRateScale: group.learningRateScale,
            weightDecay: group.weightDecay ?? weightDecay))
      }
    }
    return learners
  }
}
