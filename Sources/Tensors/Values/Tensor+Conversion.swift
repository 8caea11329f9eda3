extension Tensor {
  /// The same numbers in another type.
  ///
  ///     Tensor([1.7, -2]).converted(to: .int)      // 1  -2: a fraction is cut off
  ///     Tensor([0, 3]).converted(to: .bool)        // false  true
  ///
  /// From `Int` to `Float` numbers above 2²⁴ are rounded. A number that no `Int` can hold (too large, infinite or not a
  /// number) stops the program. No gradient goes back from integers and truth values: numbers that are cut off are a staircase,
  /// whose slope is 0.
  public func converted(to newType: DType) -> Tensor {
    if dtype == newType { return self }
    let result =
      switch newType {
      case .float: converted(Float.self)
      case .double: converted(Double.self)
      case .int: converted(Int.self)
      case .bool: converted(Bool.self)
      }
    guard newType.isFloatingPoint else { return result }
    let oldType = dtype
    return result.recorded("converted", self) { $0.converted(to: oldType) }
  }

  private func converted<New: TensorScalar>(_ new: New.Type) -> Tensor {
    switch dtype {
    case .float: converted(Float.self, New.self)
    case .double: converted(Double.self, New.self)
    case .int: converted(Int.self, New.self)
    case .bool: converted(Bool.self, New.self)
    }
  }

  private func converted<Old: TensorScalar, New: TensorScalar>(_ old: Old.Type, _ new: New.Type) -> Tensor {
    Tensor(shape) { (target: UnsafeMutablePointer<New>) in
      reading(Old.self) { source in
        for index in 0..<count {
          let number = source[index].double
          if New.self == Int.self, Int(exactly: number.rounded(.towardZero)) == nil {
            stop(.notAnInteger(number, shape: shape))
          }
          (target + index).initialize(to: New(number))
        }
      }
    }
  }
}
