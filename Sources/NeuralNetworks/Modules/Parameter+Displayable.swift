import Displays
import Tensors

/// A parameter is shown as the tensor that it holds.
///
///     print(Parameter(Tensor([1, 2])))     // Parameter [2] Float
///                                          //   1  2
extension Parameter: CustomStringConvertible, Displayable {
  public var description: String { "Parameter" + value.description.dropFirst("Tensor".count) }

  public var display: Display { value.display }
}
