import Tensors
import Testing

@testable import NeuralNetworks

@Suite("Masks") struct MaskTests {
  let yes = true
  let no = false

  @Test("Nobody looks ahead, counted from the end")
  func causal() {
    #expect(causalMask(2, 2) == Tensor([[yes, no], [yes, yes]]))
    #expect(causalMask(2, 3) == Tensor([[yes, yes, no], [yes, yes, yes]]))
    #expect(causalMask(3, 2) == Tensor([[no, no], [yes, no], [yes, yes]]))
  }

  @Test("A negative size is refused", arguments: [(-1, 3), (2, -1), (.min, 1), (1, .min)])
  func negativeSize(time: Int, otherTime: Int) async throws {
    let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      [time, otherTime] in
      _ = causalMask(time, otherTime)
    }
    let words = String(decoding: try #require(result).standardErrorContent, as: UTF8.self)
    #expect(words.contains("A size cannot be negative: [\(time), \(otherTime)]."))
  }

  @Test("What fills up short texts is left out")
  func padding() {
    let expected = Tensor([[[[yes, yes, no]]], [[[yes, no, no]]]])
    #expect(paddingMask(lengths: [2, 1], time: 3) == expected)
    #expect(paddingMask(lengths: [3, 0]) == Tensor([[[[yes, yes, yes]]], [[[no, no, no]]]]))
    #expect(paddingMask(of: Tensor([[5, 7, 9], [4, 9, 9]], dtype: .int), padding: 9) == expected)
  }

  @Test("Combined they allow what all allow")
  func combined() {
    #expect(combinedMask() == nil)
    #expect(combinedMask(nil, causalMask(2, 2), nil) == causalMask(2, 2))
    let both = combinedMask(causalMask(2, 2), paddingMask(lengths: [2, 1]))
    #expect(both == Tensor([[[[yes, no], [yes, yes]]], [[[yes, no], [yes, no]]]]))
    let added = combinedMask(Tensor([[0.5, 1], [2, 3]]), causalMask(2, 2), Tensor([1, 1]))
    #expect(added == Tensor([[1.5, -.infinity], [3, 4]]))
  }
}
