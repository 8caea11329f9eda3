import Tensors

extension Module {
  /// All parameters with their names, in order. One that is used in two places is listed once, by its first name.
  ///
  ///     Linear(2, 3).namedParameters.map(\.name)     // ["weight", "bias"]
  public var namedParameters: [(name: String, parameter: Parameter)] {
    parametersWithAllNames.map { ($0.names[0], $0.parameter) }
  }

  /// All parameters, each once.
  public var parameters: [Parameter] { namedParameters.map(\.parameter) }

  /// How many numbers the model has learned or will learn.
  public var parameterCount: Int { parameters.reduce(0) { $0 + $1.count } }

  /// All modules with their names, this one first, by the empty name.
  public var namedModules: [(name: String, module: any Module)] { modules(name: "") }

  /// Forgets all gradients. Call it before each `backward()`, which adds to what is there.
  public func zeroGradients() {
    for parameter in parameters { parameter.gradient = nil }
  }

  /// Makes all parameters constants, or lets them learn again.
  public func freeze(_ isFrozen: Bool = true) {
    for parameter in parameters { parameter.isTrainable = !isFrozen }
  }

  /// All parameters in order, each once, with all the names that it goes by.
  var parametersWithAllNames: [(names: [String], parameter: Parameter)] {
    var places: [ObjectIdentifier: Int] = [:]
    var found: [(names: [String], parameter: Parameter)] = []
    for (name, parameter) in allParameters(prefix: "") {
      if let place = places[ObjectIdentifier(parameter)] {
        found[place].names.append(name)
      } else {
        places[ObjectIdentifier(parameter)] = found.count
        found.append(([name], parameter))
      }
    }
    return found
  }

  private func allParameters(prefix: String) -> [(name: String, parameter: Parameter)] {
    parts.flatMap { name, part in
      switch part {
      case .parameter(let parameter): [(prefix + name, parameter)]
      case .module(let module): module.allParameters(prefix: prefix + name + ".")
      }
    }
  }

  private func modules(name: String) -> [(name: String, module: any Module)] {
    var found: [(name: String, module: any Module)] = [(name, self)]
    for case (let partName, .module(let module)) in parts {
      found += module.modules(name: name.isEmpty ? partName : "\(name).\(partName)")
    }
    return found
  }
}
