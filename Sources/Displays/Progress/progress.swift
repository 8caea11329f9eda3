/// Shows how far a loop has come, how fast it goes and how long it will take.
///
///     for batch in progress(batches, "training") {
///       …
///     }
///
/// A notebook shows a bar, a terminal a line that is written anew, a log file a line for each tenth. Bars may be nested,
/// and a sequence whose length nobody knows shows a count. Leaving the loop early leaves the bar where it stood.
///
/// - Parameters:
///   - elements: What the loop runs over.
///   - label: Words in front of the bar.
public func progress<Base: Sequence>(_ elements: Base, _ label: String = "") -> ProgressSequence<Base> {
  ProgressSequence(base: elements, label: label)
}

/// A sequence that shows how far it has been read. Made by ``progress(_:_:)``.
public struct ProgressSequence<Base: Sequence>: Sequence {
  let base: Base
  let label: String

  public var underestimatedCount: Int { base.underestimatedCount }

  public func makeIterator() -> Iterator {
    let count = base.underestimatedCount
    let total = count > 0 || base is any Collection ? count : nil
    return Iterator(base: base.makeIterator(), bar: ProgressBar(label: label, total: total))
  }

  public struct Iterator: IteratorProtocol {
    var base: Base.Iterator
    let bar: ProgressBar
    private var isInsideLoop = false

    init(base: Base.Iterator, bar: ProgressBar) {
      self.base = base
      self.bar = bar
    }

    /// Gives the next element. Asking for it says that the loop is done with the one before.
    public mutating func next() -> Base.Element? {
      if isInsideLoop { bar.advance() }
      let element = base.next()
      isInsideLoop = element != nil
      if element == nil { bar.finish() }
      return element
    }
  }
}
