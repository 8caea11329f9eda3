import Testing

@testable import Tensors

/// What a number of Swift does beside a tensor.
@Suite("Plain numbers beside tensors") struct PlainNumberTests {
  let ints = Tensor(indices: [-1, 2])

  @Test("Integers stay integers beside an Int only, whatever the value of the number")
  func integers() {
    let (half, two) = (0.5, Float(2))
    #expect(ints * 2 == Tensor(indices: [-2, 4]) && 2 - ints == Tensor(indices: [3, 0]))
    #expect(ints * 2.0 == Tensor([-2, 4]) && 2.0 * ints == Tensor([-2, 4]))
    #expect(ints * 2.5 == Tensor([-2.5, 5]) && ints + two == Tensor([1, 4]) && ints - half == Tensor([-1.5, 1.5]))
    #expect(-ints == Tensor(indices: [1, -2]) && (ints / 1).dtype == .float && (1 / ints).dtype == .float)
    let mask = Tensor([true, false])
    #expect(mask + 1 == Tensor(indices: [2, 1]) && mask * 1.0 == Tensor([1, 0]) && -mask == Tensor(indices: [-1, 0]))
  }

  @Test("Fractions keep their type beside every number")
  func fractions() {
    let (floats, doubles) = (Tensor([1.5]), Tensor([1.5], dtype: .double))
    for result in [floats + 1, 1 + floats, floats * 2.0, floats / 2, maximum(floats, 0), pow(floats, 2)] {
      #expect(result.dtype == .float)
    }
    for result in [doubles + 1, 1.5 + doubles, doubles * Float(2), 2 / doubles, minimum(0, doubles), pow(2, doubles)] {
      #expect(result.dtype == .double)
    }
    #expect((doubles * 0.1).doubleItem == 1.5 * 0.1)
  }

  @Test("A variable is changed by a number")
  func inPlace() {
    var x = Tensor([1, 2])
    x += 1
    x *= 2
    x -= 0.5
    x /= 0.5
    #expect(x == Tensor([7, 11]))
    var n = ints
    n += 1
    #expect(n == Tensor(indices: [0, 3]))
  }

  @Test("The larger and the smaller number")
  func extremes() {
    #expect(maximum(ints, 0) == Tensor(indices: [0, 2]) && minimum(0, ints) == Tensor(indices: [-1, 0]))
    #expect(maximum(0.5, ints) == Tensor([0.5, 2]) && minimum(ints, 0.5) == Tensor([-1, 0.5]))
    #expect(maximum(ints, Int.max) == Tensor(indices: [.max, .max]))
    let x = Tensor([-1, 0, 2])
    #expect(gradient(at: x) { maximum($0, 0).sum() } == Tensor([0, 0.5, 1]))
    #expect(gradient(at: x) { minimum(0, $0).sum() } == Tensor([1, 0.5, 0]))
  }

  @Test("Comparisons with a number on either side")
  func comparisons() {
    #expect((0 .< ints).bools == [false, true] && (0 .<= ints).bools == [false, true])
    #expect((0 .> ints).bools == [true, false] && (0 .>= ints).bools == [true, false])
    #expect((2 .== ints).bools == [false, true] && (2.0 .!= ints).bools == [true, false])
    #expect((ints .> 1.5).bools == [false, true] && (ints .< -Double.infinity).bools == [false, false])
    #expect((0.1 .== Tensor([0.1])).bools == [true])
    let x = Tensor([-1, 2])
    #expect((0 .< x).bools == [false, true] && (x .>= Float(2)).bools == [false, true])
  }

  @Test("Integers are compared to the last digit, with fractions too")
  func largeIntegers() {
    let large = Tensor(indices: [16_777_217])  // 2²⁴ + 1, which no Float holds
    #expect((large .== 16_777_216.0).bools == [false] && (large .== 16_777_217.0).bools == [true])
    #expect((large .> 16_777_216.5).bools == [true] && (16_777_216.5 .< large).bools == [true])
  }

  @Test("Masks are compared with truth values, and numbers count them as 0 and 1")
  func truth() {
    let mask = Tensor([true, false])
    #expect((mask .== true) == mask && (false .== mask) == logicalNot(mask) && (mask .!= false) == mask)
    #expect((Tensor([0, 1, 2]) .== true).bools == [false, true, false])
  }
}
