import Tensors

extension Module {
  /// The numbers of all parameters by name, as a checkpoint holds them. A parameter that is used in two places is there
  /// once.
  ///
  ///     let before = model.state
  public var state: [String: Tensor] {
    var state: [String: Tensor] = [:]
    for (name, parameter) in namedParameters {
      let before = state.updateValue(stopGradient(parameter.value), forKey: name)
      if before != nil { stop(.sameName(name)) }
    }
    return state
  }

  /// Puts other numbers into all parameters.
  ///
  ///     try model.load(teacher.state)
  ///
  /// A parameter that is used in two places may go by the name of either. Numbers of other types are converted.
  /// - Throws: `StateError` if names are missing, unknown, or shapes differ. Nothing has changed then.
  public func load(_ state: [String: Tensor]) throws(StateError) {
    let plan = StatePlan(self, state)
    if let error = plan.error { throw error }
    for (parameter, numbers) in plan.changes { parameter.value = numbers }
  }

  /// Changes the type of all parameters, and forgets their gradients.
  ///
  ///     teacher.convert(to: .double)     // to check gradients
  public func convert(to dtype: DType) {
    for parameter in parameters { parameter.convert(to: dtype) }
  }
}

/// Which parameter gets which numbers, and what does not fit.
private struct StatePlan {
  private(set) var changes: [(parameter: Parameter, numbers: Tensor)] = []
  let error: StateError?

  init(_ module: any Module, _ state: [String: Tensor]) {
    var problems = StateError()
    var known: Set<String> = []
    for (names, parameter) in module.parametersWithAllNames {
      known.formUnion(names)
      let given = names.filter { state[$0] != nil }
      guard let name = given.first, let numbers = state[name] else {
        problems.missing.append(StateError.Entry(name: names[0], shape: parameter.shape))
        continue
      }
      if numbers.shape != parameter.shape {
        problems.misshapen.append(StateError.Misfit(name: name, found: numbers.shape, wanted: parameter.shape))
      }
      for other in given.dropFirst() where state[other] != numbers {
        problems.contradicting.append(StateError.Pair(first: name, second: other))
      }
      changes.append((parameter, numbers))
    }
    for (name, numbers) in state.sorted(by: { $0.key < $1.key }) where !known.contains(name) {
      problems.unexpected.append(StateError.Entry(name: name, shape: numbers.shape))
    }
    error = problems.isEmpty ? nil : problems
  }
}
