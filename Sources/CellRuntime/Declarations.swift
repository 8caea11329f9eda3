/// Notes that the declaration of a cell's variable was reached, so that the variable has a value now.
///
/// The compiler of cells puts a call behind each top-level variable. The static type is what counts: the type that the
/// variable is declared with, not the type of the value in it.
public func declared<Value>(_ module: StaticString, _ index: Int, _ value: Value) {
  CellModules.shared.markInitialized(module: "\(module)", index: index, type: Value.self)
}

/// Notes that a variable of a type without copies has a value now.
public func declared<Value: ~Copyable>(_ module: StaticString, _ index: Int, _ value: borrowing Value) {
  CellModules.shared.markInitialized(module: "\(module)", index: index, type: nil)
}
