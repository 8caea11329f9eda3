/// Size and alignment of a type that is known at run time only.
struct TypeLayout {
  var size: Int
  var alignment: Int

  init(of type: Any.Type) {
    func measure<Value>(_: Value.Type) -> (Int, Int) { (MemoryLayout<Value>.size, MemoryLayout<Value>.alignment) }
    (size, alignment) = _openExistential(type, do: measure)
  }

  /// Ends the life of the value of this type at an address.
  static func destroy(_ address: UnsafeMutableRawPointer, as type: Any.Type) {
    func end<Value>(_: Value.Type) {
      _ = address.assumingMemoryBound(to: Value.self).deinitialize(count: 1)
    }
    _openExistential(type, do: end)
  }

  /// A copy of the value of this type at an address.
  static func copy(from address: UnsafeMutableRawPointer, as type: Any.Type) -> Any {
    func read<Value>(_: Value.Type) -> Any { address.assumingMemoryBound(to: Value.self).pointee }
    return _openExistential(type, do: read)
  }
}
