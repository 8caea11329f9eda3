import Testing

@testable import Backpropagation

@Suite("Long chains, and what is released when") struct LifetimeTests {
  @Test("A chain of 300,000 values can be walked back, zeroed and released")
  func deepChain() {
    let start = Value(1)
    var end = start
    for _ in 0..<300_000 { end = end * 1 }
    end.backward()
    #expect(start.gradient == 1)
    end.zeroGradients()
    #expect(start.gradient == 0)
    end = 0
    #expect(end.history.count == 1)
  }

  @Test("A deep graph with a shared value in each step takes no exponential time")
  func doubling() {
    let start = Value(1)
    var end = start
    for _ in 0..<60 { end = end + end }
    end.backward()
    #expect(start.gradient == 1_152_921_504_606_846_976)  // 2⁶⁰
    #expect(end.history.count == 61)
  }

  @Test("What somebody else still holds survives the release of a result")
  func sharing() {
    let a = Value(2)
    let middle = a * 3
    var result: Value? = (middle + 1) * (middle + 2)
    #expect(result?.data == 56)
    result = nil
    #expect(middle.history.map(\.data) == [2, 3, 6])
    middle.backward()
    #expect(a.gradient == 3)
  }

  @Test("Nothing is left behind")
  func leaks() {
    weak var lost: Value?
    weak var shared: Value?
    do {
      let a = Value(2)
      let inner = a * a
      (lost, shared) = (inner, a)
      let result = inner + inner.exp() / a
      result.backward()
      #expect(lost != nil && shared != nil)
      #expect(result.history.count == 6 - 1)
    }
    #expect(lost == nil && shared == nil)
  }
}
