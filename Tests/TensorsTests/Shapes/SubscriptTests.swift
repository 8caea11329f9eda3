import Testing

@testable import Tensors

@Suite("Parts in brackets") struct SubscriptTests {
  @Test("A number is written to one place, whatever the type of the tensor", arguments: DType.allCases)
  func oneNumber(dtype: DType) {
    var t = Tensor([[0, 1], [1, 0]], dtype: dtype)
    t[1, 0] = 0
    t[0, -1] = 0
    t[0, 0] = true
    #expect(t == Tensor([[1, 0], [0, 0]], dtype: dtype))
    var v = Tensor([0, 1, 0], dtype: dtype)
    v[0] = 1
    v[-2] = 0.0
    v[2] = true
    #expect(v == Tensor([1, 0, 1], dtype: dtype))
  }

  @Test("A number is written to all places of a part", arguments: DType.allCases)
  func wholePart(dtype: DType) {
    var t = Tensor([[0, 0, 0], [0, 0, 0]], dtype: dtype)
    t[.all, 1...] = 1
    #expect(t == Tensor([[0, 1, 1], [0, 1, 1]], dtype: dtype))
    t[1...] = false
    t[0, (0...).by(2)] = 1.0
    #expect(t == Tensor([[1, 1, 1], [0, 0, 0]], dtype: dtype))
    t[0] = 0
    t[.newAxis, -1] = 1
    #expect(t == Tensor([[0, 0, 0], [1, 1, 1]], dtype: dtype))
  }

  @Test("Integers are written to the last digit, and read so through their own type")
  func largeIntegers() {
    let large = 9_007_199_254_740_993  // 2⁵³ + 1, which no Double holds
    var t = Tensor([[1, 2], [3, 4]], dtype: .int)
    t[1, 0] = large
    t[0, 1] = 16_777_217
    #expect(t.ints == [1, 16_777_217, large, 4] && t[1][0].intItem == large)
    #expect(t[0, 1] == 16_777_216)
    var d = Tensor([[0, 0]], dtype: .double)
    d[0, 0] = 0.1
    #expect(d[0][0].doubleItem == 0.1 && d[0, 0] == Float(0.1))
  }

  @Test("A part is changed by a number in place")
  func changing() {
    var t = Tensor([[1, 2], [3, 4]])
    t[0] += 1
    t[1, 0] *= 2
    t[.all, 1] -= 0.5
    t[1...] /= 2
    #expect(t == Tensor([[2, 2.5], [3, 1.75]]))
  }

  @Test("What a part is computed with keeps its type: numbers are for writing only")
  func reading() {
    let t = Tensor([[1, 2], [3, 4]])
    let (factor, row, column) = (Float(2), t[0] * 2, t[.all, 0] * 2)
    #expect(row == Tensor([2, 4]) && column == Tensor([2, 6]))
    let place: any TensorIndex = 1
    let (first, second) = (t[place, 0...0], t[place])
    #expect(first == Tensor([3]) && second == Tensor([3, 4]))
    #expect(t[.all, 0] * factor + t[.all, 1] == Tensor([4, 10]) && t[0, 1] * 2 == 4)
  }

  @Test("Indices below 0 count from the end")
  func fromTheEnd() {
    let t = Tensor([[1, 2, 3], [4, 5, 6]])
    #expect(t[-1] == Tensor([4, 5, 6]) && t[-2] == t[0])
    #expect(t[0, -1] == 3 && t[-1, -3] == 4)
    #expect(t[.all, -1] == Tensor([3, 6]) && t[-1, 1...] == Tensor([5, 6]))
    #expect(gradient(at: t) { ($0[-1] * $0[0, .newAxis]).sum() } == Tensor([[4, 5, 6], [1, 2, 3]]))
  }

  @Test("A plain number cuts the tape; a tensor of one number keeps it")
  func tape() {
    let w = Tensor([[1, 2], [3, 4]]).asParameter()
    let x = Tensor([5, 6]).asParameter()
    let number = w[0, 1]
    (x * number).sum().backward()
    #expect(number == 2 && w.gradient == nil && x.gradient == Tensor([2, 2]))
    let y: Tensor = w[0, 1]
    #expect(y.shape == [])
    (x * y).sum().backward()
    #expect(w.gradient == Tensor([[0, 11], [0, 0]]))
    w.gradient = nil
    (x * w[0, 1]).sum().backward()
    #expect(w.gradient == Tensor([[0, 11], [0, 0]]))
  }

  @Test("A number in the place of a part takes its gradient")
  func gradients() {
    let x = Tensor([1, 2, 3]).asParameter()
    var y = x * x
    y[1] = 7
    #expect(y == Tensor([1, 7, 9]))
    y.sum().backward()
    #expect(x.gradient == Tensor([2, 0, 6]))
    var parameter = Tensor([1, 2]).asParameter()
    parameter[0] = 5
    #expect(parameter == Tensor([5, 2]) && parameter.tapeEntry?.isParameter == true)
  }
}
