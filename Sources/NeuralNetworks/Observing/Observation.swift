internal import Interruption
import Synchronization
import Tensors

/// Somebody who looks on while a model computes: learns of each module's result, and may put another in its place.
final class Observation: Sendable {
  @TaskLocal static var current: Observation?

  private let names: [ObjectIdentifier: String]
  private let look: @Sendable (_ name: String, _ result: Tensor) -> Tensor?

  init(of model: any Module, _ look: @escaping @Sendable (_ name: String, _ result: Tensor) -> Tensor?) {
    var names: [ObjectIdentifier: String] = [:]
    for (name, module) in model.namedModules where Swift.type(of: module) is AnyClass {
      let identity = ObjectIdentifier(module as AnyObject)
      // A module that is used in two places goes by its first name.
      if names[identity] == nil { names[identity] = name }
    }
    self.names = names
    self.look = look
  }

  func knows(_ module: any Module) -> Bool { name(of: module) != nil }

  /// The result, or what takes its place.
  ///
  /// - Parameter part: The name of a value inside of the module; without it the result is the module's own.
  func result(_ result: Tensor, of module: any Module, named part: String? = nil) -> Tensor {
    guard let name = name(of: module) else { return result }
    let whole = [name, part ?? ""].filter { !$0.isEmpty }.joined(separator: ".")
    return look(whole, result) ?? result
  }

  private func name(of module: any Module) -> String? {
    Swift.type(of: module) is AnyClass ? names[ObjectIdentifier(module as AnyObject)] : nil
  }
}

extension Module {
  /// Computes a module's result and shows it to whoever looks on. A module that is called otherwise than by
  /// ``Layer/callAsFunction(_:)`` wraps its work in this.
  public func observed(_ compute: () -> Tensor) -> Tensor {
    let result = compute()
    guard let observation = Observation.current else { return result }
    return observation.result(result, of: self)
  }

  /// What every part of the model gives while a function runs, by the parts' names and in the order of the calls.
  ///
  ///     let inside = model.capturing { _ = model(x) }
  ///     inside["hidden"]         // what the layer `hidden` gave
  ///
  /// The empty name is the model itself.
  public func capturing(_ body: () -> Void) -> Capture {
    let capture = Mutex(Capture())
    withObservation(
      Observation(of: self) { name, result in
        capture.withUninterruptedLock { $0.append(name, result) }
        return nil
      }, body)
    return capture.withUninterruptedLock { $0 }
  }

  /// Runs a function while the result of each part may be replaced.
  ///
  ///     model.replacing { name, result in name == "hidden" ? result * 0 : nil } during: { model(x) }
  ///
  /// - Parameter replacement: Gets the name of a part and its result; gives what takes its place, or `nil` to leave it.
  public func replacing<Result>(
    _ replacement: @escaping @Sendable (_ name: String, _ result: Tensor) -> Tensor?, during body: () -> Result
  ) -> Result {
    withObservation(Observation(of: self, replacement), body)
  }
}

private func withObservation<Result>(_ observation: Observation, _ body: () -> Result) -> Result {
  Observation.$current.withValue(observation, operation: body)
}
