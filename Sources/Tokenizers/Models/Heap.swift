/// A collection that gives its elements in order, and takes new ones at any time: a binary heap.
struct Heap<Element> {
  private var elements: [Element] = []
  private let goesBefore: (Element, Element) -> Bool

  init(goesBefore: @escaping (Element, Element) -> Bool) { self.goesBefore = goesBefore }

  mutating func insert(_ element: Element) {
    elements.append(element)
    var child = elements.count - 1
    while child > 0, goesBefore(elements[child], elements[(child - 1) / 2]) {
      elements.swapAt(child, (child - 1) / 2)
      child = (child - 1) / 2
    }
  }

  mutating func removeFirst() -> Element? {
    guard let first = elements.first else { return nil }
    let last = elements.removeLast()
    guard !elements.isEmpty else { return first }
    elements[0] = last
    var parent = 0
    while 2 * parent + 1 < elements.count {
      var child = 2 * parent + 1
      if child + 1 < elements.count, goesBefore(elements[child + 1], elements[child]) { child += 1 }
      guard goesBefore(elements[child], elements[parent]) else { break }
      elements.swapAt(child, parent)
      parent = child
    }
    return first
  }
}
