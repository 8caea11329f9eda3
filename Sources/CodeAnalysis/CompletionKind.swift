/// What a completion stands for, under the names that Jupyter's front ends have icons for.
public enum CompletionKind: String, Codable, Hashable, Sendable {
  /// A function, method, operator or macro.
  case function
  /// A variable or constant.
  case instance
  /// A property, or a case of an enumeration.
  case property
  /// A type of any sort.
  case `class`
  /// A module that can be imported.
  case module
  /// A word of the language.
  case keyword
  /// The label of an argument.
  case param

  /// The kind for one of the compiler's own names, such as `source.lang.swift.decl.function.method.instance`.
  init?(sourceKitName name: String) {
    guard let rest = name.removingPrefix("source.lang.swift.") else { return nil }
    switch rest {
    case "keyword": self = .keyword
    case "decl.module": self = .module
    case "decl.var.instance", "decl.var.static", "decl.var.class", "decl.enumelement": self = .property
    case "decl.var.parameter", "argument_label": self = .param
    case _ where rest.hasPrefix("decl.var"): self = .instance
    case _ where rest.hasPrefix("decl.function"), "decl.macro": self = .function
    case "decl.class", "decl.struct", "decl.enum", "decl.protocol", "decl.actor", "decl.typealias",
      "decl.associatedtype", "decl.generic_type_param":
      self = .class
    default: return nil
    }
  }
}

extension String {
  func removingPrefix(_ prefix: String) -> String? {
    hasPrefix(prefix) ? String(dropFirst(prefix.count)) : nil
  }
}
