import Tensors

extension Module {
  /// Whether somebody looks on while this module computes. A module may then compute what it otherwise need not, and
  /// show it by ``observed(_:_:)``.
  public var isObserved: Bool { Observation.current?.knows(self) ?? false }

  /// Computes a value inside of a module and shows it to whoever looks on, who may put another in its place.
  ///
  ///     final class Doubling: Layer {
  ///       let layer = Linear(4, 4)
  ///       func forward(_ x: Tensor) -> Tensor { observed("doubled") { layer(x) * 2 } }
  ///     }
  ///
  /// Its name is the module's and, behind a point, this one.
  public func observed(_ name: String, _ compute: () -> Tensor) -> Tensor {
    let result = compute()
    guard let observation = Observation.current else { return result }
    return observation.result(result, of: self, named: name)
  }
}

/// Whether somebody looks on at any module. What is computed must then be what is shown.
package var isAnythingObserved: Bool { Observation.current != nil }
