import Displays
import Tensors

/// A model or a part of one: something with parameters, and with parts that have parameters.
///
///     final class Classifier: Layer {
///       let hidden = Linear(4, 16)
///       let output = Linear(16, 3)
///       func forward(_ x: Tensor) -> Tensor { output(relu(hidden(x))) }
///     }
///
/// Parameters and parts are found by themselves: stored properties that are parameters or modules, and arrays,
/// dictionaries and optionals of these. Their names are the properties' names: `hidden.weight`,
/// `blocks.3.attention.query.bias`. A part that knows the whole, as its parent, does not have it as a part once more.
///
/// `print(model)` and a cell's result show a table of the layers.
public protocol Module: ParameterSource, CustomStringConvertible, Displayable {
  /// The parameters and parts in the order in which they are used, by name.
  var parts: [(name: String, part: ModulePart)] { get }
}

/// What a module is made of.
public enum ModulePart {
  case parameter(Parameter)
  case module(any Module)
}

extension Module {
  public var parts: [(name: String, part: ModulePart)] { ModuleReflection(self).parts }
}

/// A module that turns one tensor into another.
///
/// Write ``forward(_:)``, and call the layer like a function: `layer(x)`. The call also tells those who look on; see
/// ``Module/capturing(_:)``.
public protocol Layer: Module {
  /// What the layer makes of a tensor. To use a layer, call it: `layer(x)`.
  func forward(_ x: Tensor) -> Tensor
}

extension Layer {
  /// What the layer makes of a tensor, seen by those who look on.
  public func callAsFunction(_ x: Tensor) -> Tensor { observed { forward(x) } }
}
