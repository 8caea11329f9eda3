/// Why adapters do not fit a model: the facts. The words are its description.
public enum LoRAError: Error, Equatable {
  case rank(Int)
  case alpha(Double)
  case dropout(Double)
  case noLayer(String, known: [String])
  case adaptedAlready(String)
  /// No module has a name that ends so.
  case noModule(String, known: [String])
  /// A file of adapters lacks a tensor, or has one of another shape.
  case tensor(file: String, name: String, found: [Int]?, wanted: [Int])
  /// A file of adapters has a tensor for something that has no adapter here.
  case unknownTensor(file: String, name: String)
  /// There are no targets, and nothing learns whole.
  case nothing(known: [String])
  /// A file of adapters was made with other settings.
  case setting(file: String, name: String, found: String?, wanted: String)
}

extension LoRAError: CustomStringConvertible {
  public var description: String {
    switch self {
    case .rank(let rank): "The rank of an adapter is 1 or more, often 8; this one is \(rank)."
    case .alpha(let alpha): "The alpha of adapters is a number above 0, often twice the rank; this one is \(alpha)."
    case .dropout(let share): "The dropout of adapters is from 0 up to, not including, 1; this one is \(share)."
    case .noLayer(let target, let known):
      "No linear layer has a name that ends in '\(target)'. There are: \(known.joined(separator: ", "))."
    case .adaptedAlready(let name): "The layer \(name) has an adapter already. Merge the adapters that are there first."
    case .noModule(let end, let known):
      "No module has a name that ends in '\(end)'. There are: \(known.joined(separator: ", "))."
    case .tensor(let file, let name, let found, let wanted):
      "\(file): the tensor '\(name)' is \(found.map { "\($0)" } ?? "missing"). It should be \(wanted)."
    case .unknownTensor(let file, let name):
      "\(file): the tensor '\(name)' belongs to no adapter here. Name all layers as targets that the file has adapters for."
    case .nothing(let known):
      "There is nothing to learn: no layer is named as a target. There are: \(known.joined(separator: ", "))."
    case .setting(let file, let name, let found, let wanted):
      "\(file): \"\(name)\" is \(found ?? "missing"), and these adapters have \(wanted)."
    }
  }
}
