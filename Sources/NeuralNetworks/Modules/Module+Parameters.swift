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
  public var namedModules: [(name: String, module: any Module)] { modules(name: "", inside: ModulePath()) }

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
    for (name, parameter) in allParameters(prefix: "", inside: ModulePath()) {
      if let place = places[ObjectIdentifier(parameter)] {
        found[place].names.append(name)
      } else {
        places[ObjectIdentifier(parameter)] = found.count
        found.append(([name], parameter))
      }
    }
    return found
  }

  private func allParameters(prefix: String, inside path: ModulePath) -> [(name: String, parameter: Parameter)] {
    guard let path = path.entering(self) else { return [] }
    return parts.flatMap { name, part in
      switch part {
      case .parameter(let parameter): [(prefix + name, parameter)]
      case .module(let module): module.allParameters(prefix: prefix + name + ".", inside: path)
      }
    }
  }

  private func modules(name: String, inside path: ModulePath) -> [(name: String, module: any Module)] {
    guard let path = path.entering(self) else { return [] }
    var found: [(name: String, module: any Module)] = [(name, self)]
    for case (let partName, .module(let module)) in parts {
      found += module.modules(name: name.isEmpty ? partName : "\(name).\(partName)", inside: path)
    }
    return found
  }
}

/// The modules that a walk through a model is inside of. A part that holds the whole again is not walked through without
/// end.
private struct ModulePath {
  private var modules: Set<ObjectIdentifier> = []

  /// The way into a module; `nil` if it is on the way already.
  func entering(_ module: some Module) -> ModulePath? {
    // Only an object can hold what holds it.
    guard Swift.type(of: module) is AnyClass else { return self }
    var path = self
    return path.modules.insert(ObjectIdentifier(module as AnyObject)).inserted ? path : nil
  }
}
