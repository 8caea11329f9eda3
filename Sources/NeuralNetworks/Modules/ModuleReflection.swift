/// The parameters and modules among the stored properties of a module.
struct ModuleReflection {
  private(set) var parts: [(name: String, part: ModulePart)] = []

  init(_ module: any Module) {
    var mirrors: [Mirror] = []
    var next: Mirror? = Mirror(reflecting: module)
    while let mirror = next {
      mirrors.append(mirror)
      next = mirror.superclassMirror
    }
    // Those of the class that others inherit from come first.
    for mirror in mirrors.reversed() { addChildren(of: mirror, prefix: "") }
  }

  private mutating func addChildren(of mirror: Mirror, prefix: String) {
    for (index, child) in mirror.children.enumerated() {
      // The storage of a property wrapper or a lazy property has another name than the property.
      let label = child.label.map { $0.replacing("$__lazy_storage_$_", with: "").drop { $0 == "_" } } ?? "\(index)"
      add(child.value, name: prefix.isEmpty ? String(label) : "\(prefix).\(label)")
    }
  }

  private mutating func add(_ value: Any, name: String) {
    if let parameter = value as? Parameter {
      parts.append((name, .parameter(parameter)))
      return
    }
    if let module = value as? any Module, !isOptional(value) {
      parts.append((name, .module(module)))
      return
    }
    let mirror = Mirror(reflecting: value)
    switch mirror.displayStyle {
    case .optional:
      if let wrapped = mirror.children.first { add(wrapped.value, name: name) }
    case .collection:
      for (index, child) in mirror.children.enumerated() { add(child.value, name: "\(name).\(index)") }
    case .dictionary:
      let pairs = mirror.children.compactMap { child -> (String, Any)? in
        let pair = Array(Mirror(reflecting: child.value).children)
        return pair.count == 2 ? ("\(pair[0].value)", pair[1].value) : nil
      }
      for (key, value) in pairs.sorted(by: { $0.0 < $1.0 }) { add(value, name: "\(name).\(key)") }
    case .tuple:
      addChildren(
        of: Mirror(
          value, children: mirror.children.map { ($0.label.map { $0.drop { $0 == "." } }.map(String.init), $0.value) }),
        prefix: name)
    default: break
    }
  }

  private func isOptional(_ value: Any) -> Bool { Mirror(reflecting: value).displayStyle == .optional }
}
