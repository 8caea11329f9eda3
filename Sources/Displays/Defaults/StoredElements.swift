/// What the standard collections tell about their elements without a look at each.
protocol StoredElements {
  /// The bytes of all elements, or `nil` if an element may own more than its own bytes.
  var plainBytes: Int? { get }
  /// The last element, if the collection has an order and is not empty.
  var lastElement: Any? { get }
}

extension StoredElements where Self: Collection {
  var plainBytes: Int? { _isPOD(Element.self) ? count * MemoryLayout<Element>.stride : nil }
  var lastElement: Any? { nil }
}

extension StoredElements where Self: BidirectionalCollection {
  var lastElement: Any? { last.map { $0 as Any } }
}

extension Array: StoredElements {}
extension ArraySlice: StoredElements {}
extension ContiguousArray: StoredElements {}
extension Set: StoredElements {}
