import Testing

/// Work that an interrupt must not cut in two, as the body of `withoutInterruption` in a cell.
///
/// Each takes longer than the 80 ms after which a change of a variable is cut short.
struct HeldWork: Sendable, CustomTestStringConvertible {
  var name: String
  var source: String
  var testDescription: String { name }

  /// A cell with what the work needs: `counts` holds how often it was begun and how often it was ended.
  static let preparation = """
    let counts = UnsafeMutablePointer<Int>.allocate(capacity: 4)
    counts.initialize(repeating: 0, count: 4)
    var list: [Int] = []
    struct Sum { var value = 0.5; @inline(never) mutating func grow() { for i in 0..<1000 { value += Double(i).squareRoot() } } }
    var sum = Sum()
    @inline(never) func spin(_ body: () -> Void) {
      let end = DispatchTime.now().uptimeNanoseconds + 120_000_000
      while DispatchTime.now().uptimeNanoseconds < end { body() }
    }
    @inline(never) func change<T>(_ value: inout T, _ body: (inout T) -> Void) { body(&value) }
    func held(_ body: () -> Void) {
      withoutInterruption {
        counts[0] += 1
        body()
        counts[1] += 1
      }
    }
    struct Holder: CustomStringConvertible {
      var description: String { holdInterruption(); counts[0] += 1; return "held" }
    }
    let many: [Any] = (0..<100_000).map { Double($0) } + [Holder()]
    """
  static let packages = ["Foundation", "Interruption"]

  static let all = [
    HeldWork(name: "the cell's own code", source: "held { spin { sum.grow() } }"),
    HeldWork(name: "the allocator", source: "held { spin { _ = String(describing: [1.5, 2.5]) } }"),
    HeldWork(name: "asleep", source: "held { if usleep(120_000) != 0 { fatalError(\"woken\") } }"),
    HeldWork(
      name: "in the middle of a change",
      source: "change(&list) { list in held { spin { list.append(1) }; list = [] } }"),
    HeldWork(
      name: "begun by what a library calls, ended after its return",
      source: "_ = String(describing: many); counts[1] += 1; releaseInterruption()"),
    HeldWork(name: "nested", source: "held { held { spin {} }; spin {} }"),
  ]
}
